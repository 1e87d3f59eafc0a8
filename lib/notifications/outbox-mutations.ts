import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import { sendsMail, type Mail } from '@/lib/core/mail'

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
