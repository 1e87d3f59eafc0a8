import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import { sendsMail, type Mail } from '@/lib/core/mail'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { messagesOf } from '@/lib/text/messages'
import type { OutboxSubject, TestReader } from './outbox-queries'

/**
 * Puts a mail into the outbox: it leaves after the transaction has committed, and not at all when it rolls back. False
 * where the portal sends no mail: then nothing is kept either, for a mail may carry a link that only its reader may know.
 */
export async function queueMail(tx: Tx, mail: Mail): Promise<boolean> {
  if (!sendsMail) return false
  const { id } = await tx.outboxMessage.create({
    data: { to: mail.to, subject: mail.subject, body: mail.text },
    select: { id: true },
  })
  await enqueue(tx, 'outbox.send', { id })
  return true
}

/** A message to the administrator who asks for it, on the way that every other mail takes. */
export async function sendTestMail(tx: Tx, { userId, name, email }: TestReader): Promise<Outcome<null>> {
  refuseUnless(sendsMail, 'MAIL_NOT_SET_UP')
  if (!email) throw new Refusal('NO_MAIL_ADDRESS')
  const { subject, body } = messagesOf('zh-CN').mails.test
  await queueMail(tx, { to: email, subject, text: body })
  return { data: null, record: { subjectType: 'user', subjectId: userId, subjectLabel: name, changes: {} } }
}

/** Gives a mail that was given up its attempts anew, as long as its text is there. */
export async function sendAgain(tx: Tx, { id, to }: OutboxSubject): Promise<Outcome<null>> {
  refuseUnless(sendsMail, 'MAIL_NOT_SET_UP')
  const { count } = await tx.outboxMessage.updateMany({
    where: { id, state: 'FAILED', body: { not: '' } },
    data: { state: 'WAITING', attempts: 0, nextAt: now() },
  })
  refuseUnless(count === 1, 'MAIL_NOT_FAILED')
  await enqueue(tx, 'outbox.send', { id })
  return { data: null, record: { subjectType: 'outboxMessage', subjectId: id, subjectLabel: to, changes: {} } }
}
