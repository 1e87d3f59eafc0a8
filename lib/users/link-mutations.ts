import { createTranslator } from 'next-intl'
import { hashLinkToken, newLinkToken } from '@/lib/access/link-token'
import type { Tx } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import type { Locale, UserTokenKind } from '@/lib/core/prisma/enums'
import { refuseUnless } from '@/lib/core/result'
import { queueMail } from '@/lib/notifications/outbox-mutations'
import { toLocale, type Locale as Language } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'
import { contactHours, invitationHours, resetHours } from './rules'

type Recipient = { id: string; name: string; email: string | null; locale: Locale }

/** Where a link went: into a mail, or (once, and nowhere else) onto the screen of whoever asked for it. */
export type Delivered = { link: string | null; mailedTo: string | null }

const hoursOf = {
  INVITATION: invitationHours,
  RESET: resetHours,
  FIRST_ADMINISTRATOR: invitationHours,
  CONTACT: contactHours,
}
const pathOf = { INVITATION: '/activate/', RESET: '/reset/', FIRST_ADMINISTRATOR: '/activate/', CONTACT: '/contact/' }

/**
 * Makes a link. One that an administrator (or the start) makes ends those before it, so that only the last one handed out
 * opens anything; one that a stranger asked for ends nobody's.
 */
export async function issueLink(
  tx: Tx,
  kind: UserTokenKind,
  {
    userId,
    createdById,
    at,
    email = null,
  }: { userId: string | null; createdById: string | null; at: Date; email?: string | null },
): Promise<string> {
  const { token, tokenHash } = newLinkToken()
  await tx.userToken.updateMany({
    where: { userId, kind, usedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  })
  await tx.userToken.create({
    data: {
      userId,
      kind,
      tokenHash,
      email,
      createdById,
      createdAt: at,
      expiresAt: new Date(at.getTime() + hoursOf[kind] * 3_600_000),
    },
  })
  return `${publicUrl}${pathOf[kind]}${token}`
}

/** Issues a link to a person: by mail where that is possible, otherwise as text for the person who asked. */
export async function sendLink(
  tx: Tx,
  kind: 'INVITATION' | 'RESET',
  user: Recipient,
  { createdById, at }: { createdById: string | null; at: Date },
): Promise<Delivered> {
  const link = await issueLink(tx, kind, { userId: user.id, createdById, at })
  if (!user.email) return { link, mailedTo: null }
  const t = createTranslator({
    locale: language(user.locale),
    messages: messagesOf(language(user.locale)),
    namespace: 'users',
  })
  const text = t(`mail.${kind}.body`, { name: user.name, link, hours: hoursOf[kind] })
  const isMailed = await queueMail(tx, { to: user.email, subject: t(`mail.${kind}.subject`), text })
  return isMailed ? { link: null, mailedTo: user.email } : { link, mailedTo: null }
}

export const language = (locale: Locale): Language => toLocale(locale === 'EN' ? 'en' : 'zh-CN')

/** Uses a link up. Of two that come at once, one finds a row; whose it was. */
export async function takeLink(
  tx: Tx,
  kind: UserTokenKind,
  token: string,
  at: Date,
): Promise<{ userId: string | null; email: string | null }> {
  const [link] = await tx.userToken.updateManyAndReturn({
    where: { tokenHash: hashLinkToken(token), kind, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { userId: true, email: true },
  })
  refuseUnless(link !== undefined, 'LINK_NOT_VALID')
  return link
}

/** Ends every link that a user still holds: after a password was set or an account disabled. */
export async function endLinksOf(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.userToken.updateMany({ where: { userId, usedAt: null, expiresAt: { gt: at } }, data: { expiresAt: at } })
}
