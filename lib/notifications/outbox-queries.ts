import { isPortalAdministrator, type Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { env, publicUrl } from '@/lib/core/env'
import { sendsMail } from '@/lib/core/mail'
import type { OutboxState } from '@/lib/core/prisma/enums'

/** What the environment says of mail: whether it is set up and what address it leaves from. The server's address, which may hold a password, is not asked for. */
export const mailStanding = (): { isSetUp: boolean; from: string } => ({ isSetUp: sendsMail, from: env.MAIL_FROM })

export type FailedMail = {
  id: string
  to: string
  subject: string
  problem: string
  attempts: number
  state: OutboxState
  createdAt: Date
  /** Whether it carries a calendar file. */
  hasCalendar: boolean
  /** Whether its text is still there, so that it can be sent again. */
  canBeSent: boolean
}

const failedMax = 20

/** The last mails that could not be sent, given up or still tried. Never their text: it may hold a link that is as good as a password. */
export async function listFailedMails(actor: Actor): Promise<FailedMail[]> {
  if (!isPortalAdministrator(actor)) return []
  return db.$queryRaw<FailedMail[]>`
    SELECT id, "to", subject, coalesce(problem, '') AS problem, attempts, state, created_at AS "createdAt",
      calendar <> '' AS "hasCalendar",
      state = 'FAILED' AND body <> '' AS "canBeSent"
    FROM outbox_messages WHERE state = 'FAILED' OR (state = 'WAITING' AND problem IS NOT NULL)
    ORDER BY created_at DESC, id DESC LIMIT ${failedMax}`
}

export type WaitingMail = {
  id: string
  to: string
  subject: string
  createdAt: Date
  hasCalendar: boolean
  /** Null: it holds a link that only its reader may know. */
  text: string | null
}

const waitingMax = 20

/** Where no mail is set up: how many wait, and the last of them to read. Where it is set up they leave, and nobody reads them. */
export async function listWaitingMails(actor: Actor): Promise<{ total: number; mails: WaitingMail[] }> {
  if (sendsMail || !isPortalAdministrator(actor)) return { total: 0, mails: [] }
  const [total, mails] = await Promise.all([
    db.outboxMessage.count({ where: { state: 'WAITING' } }),
    db.$queryRaw<WaitingMail[]>`
      SELECT id, "to", subject, created_at AS "createdAt", calendar <> '' AS "hasCalendar",
        CASE WHEN notification_id IS NOT NULL AND position(${`${publicUrl}/a/`} IN body) = 0 THEN body END AS text
      FROM outbox_messages WHERE state = 'WAITING'
      ORDER BY created_at DESC, id DESC LIMIT ${waitingMax}`,
  ])
  return { total, mails }
}

export type OutboxSubject = { id: string; to: string }

/** A mail of the outbox, for whoever keeps the settings. */
export async function outboxSubject(tx: Tx, actor: Actor, { id }: { id: string }): Promise<OutboxSubject | null> {
  if (!isPortalAdministrator(actor)) return null
  return tx.outboxMessage.findUnique({ where: { id }, select: { id: true, to: true } })
}

export type TestReader = { userId: string; name: string; email: string | null }

/** The administrator who asks for a test message. */
export async function testReaderSubject(tx: Tx, actor: Actor): Promise<TestReader | null> {
  if (!isPortalAdministrator(actor) || !actor.userId) return null
  const user = await tx.user.findUnique({ where: { id: actor.userId }, select: { email: true } })
  return user && { userId: actor.userId, name: actor.name, email: user.email }
}
