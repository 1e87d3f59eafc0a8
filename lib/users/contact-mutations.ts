import { createTranslator } from 'next-intl'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { sendsMail } from '@/lib/core/mail'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { queueMail } from '@/lib/notifications/outbox-mutations'
import { messagesOf } from '@/lib/text/messages'
import { maskedPhone, toAccount } from './account-rules'
import type { ProvedOwner } from './credential-queries'
import { endLinksOf, issueLink, language, takeLink } from './link-mutations'
import { tellOwner } from './owner-mutations'
import { contactHours } from './rules'

const about = ({ userId, name }: { userId: string; name: string }) => ({
  subjectType: 'user',
  subjectId: userId,
  subjectLabel: name,
})

/**
 * Sends a link to a new mail address. Nothing changes until somebody who reads mail there uses it, and the answer is the
 * same whether or not that address is an account already.
 */
export async function requestMail(
  tx: Tx,
  owner: ProvedOwner,
  { email: typed, at }: { email: string; at: Date },
): Promise<Outcome<null>> {
  refuseUnless(sendsMail, 'MAIL_NOT_SET_UP')
  const email = toAccount(typed)?.email
  if (!email) throw new Refusal('INVALID', { email: 'NOT_AN_EMAIL' })
  if (email === owner.email) throw new Refusal('INVALID', { email: 'SAME_CONTACT' })
  const link = await issueLink(tx, 'CONTACT', { userId: owner.userId, createdById: owner.userId, at, email })
  const locale = language(owner.locale)
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'users' })
  const text = t('mail.CONTACT.body', { name: owner.name, link, hours: contactHours })
  await queueMail(tx, { to: email, subject: t('mail.CONTACT.subject'), text })
  return { data: null, record: { ...about(owner), changes: { email: [owner.email, email] } } }
}

/** Uses the link: the new address takes the place of the old one, which is told. */
export async function confirmMail(tx: Tx, { token, at }: { token: string; at: Date }): Promise<Outcome<null>> {
  const { userId, email } = await takeLink(tx, 'CONTACT', token, at)
  refuseUnless(userId !== null && email !== null, 'LINK_NOT_VALID')
  const before = await tx.user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { name: true, email: true },
  })
  if (!before) throw new Refusal('LINK_NOT_VALID')
  refuseUnless((await tx.user.count({ where: { email, id: { not: userId } } })) === 0, 'CONTACT_TAKEN')
  await tellOwner(tx, userId, 'CONTACT_CHANGED', at)
  await tx.user.update({ where: { id: userId }, data: { email }, select: { id: true } })
  // A reset link that lies in the mailbox of the old address opens nothing any more.
  await endLinksOf(tx, userId, at)
  return {
    data: null,
    record: {
      ...about({ userId, name: before.name }),
      changes: { email: [before.email, email] },
      by: { id: userId, name: before.name },
    },
  }
}

/**
 * Sets or takes away one's mobile number. The portal sends no text messages, so that a number cannot be proved to be one's
 * own: the present password is asked for, and the mail address is told. See docs/adr on contacts.
 */
export async function changePhone(
  tx: Tx,
  owner: ProvedOwner,
  { phone: typed, at }: { phone: string; at: Date },
): Promise<Outcome<null>> {
  const isEmpty = typed.trim() === ''
  const phone = isEmpty ? null : (toAccount(typed)?.phone ?? null)
  if (!isEmpty && !phone) throw new Refusal('INVALID', { phone: 'NOT_A_PHONE' })
  if (phone === owner.phone) throw new Refusal('INVALID', { phone: 'SAME_CONTACT' })
  if (!phone && !owner.email) throw new Refusal('INVALID', { phone: 'LAST_CONTACT' })
  if (phone && (await tx.user.count({ where: { phone } })) > 0) throw new Refusal('INVALID', { phone: 'CONTACT_TAKEN' })
  await tellOwner(tx, owner.userId, 'CONTACT_CHANGED', at)
  const { count } = await tx.user.updateMany({
    where: { id: owner.userId, disabledAt: null, passwordHash: owner.passwordHash, phone: owner.phone },
    data: { phone },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const changes = { phone: [masked(owner.phone), masked(phone)] as [string | null, string | null] }
  return { data: null, record: { ...about(owner), changes } }
}

const masked = (phone: string | null): string | null => phone && maskedPhone(phone)
