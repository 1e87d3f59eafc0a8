import { daysBefore, inBatches } from '@/lib/core/batches'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { mailLines, openMailLines, sendsMail, type Letterhead, type MailLines } from '@/lib/core/mail'
import { now as clock } from '@/lib/core/now'
import { settingsNow } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/rules'
import { isNight } from './delivery-rules'
import { writeDigests } from './digest-mutations'

/** After so many attempts, over about a day, a mail is given up. */
const attemptsMax = 10

/** What waited so long without being tried, because mail was not set up or no worker ran, is no news any more. */
const freshDays = 3

/** How long the text of a mail that was given up stays, so that it may be sent again. */
const failedTextDays = 7

type Waiting = { id: string; to: string; subject: string; body: string; calendar: string; attempts: number }

/** Sends what waits, some at once. Any number of workers may do so beside each other: each mail is taken by one. */
export async function sendOutbox(): Promise<void> {
  if (!sendsMail) return
  await giveUpOutdated()
  const letterhead = (await settingsNow()).mail
  const lines = openMailLines()
  try {
    await Promise.all(Array.from({ length: mailLines }, () => sendWaiting(lines, letterhead)))
  } finally {
    lines.close()
  }
}

/** They are shown with those that failed, and leave when somebody sends them again. */
async function giveUpOutdated(): Promise<void> {
  await db.$executeRaw`UPDATE outbox_messages SET state = 'FAILED', problem = 'OUTDATED'
    WHERE state = 'WAITING' AND attempts = 0 AND next_at < ${daysBefore(clock(), freshDays)}`
}

async function sendWaiting(lines: MailLines, letterhead: Letterhead): Promise<void> {
  for (let mail = await takeNext(); mail; mail = await takeNext()) await send(lines, mail, letterhead)
}

/**
 * Takes the mail that is due longest and sets when it is due again: a minute, then two, four … up to six hours. So a
 * worker that dies while sending loses nothing, and a mail server that is away is not hammered. At night only what cannot
 * wait is taken, also of what is tried again.
 */
async function takeNext(): Promise<Waiting | undefined> {
  const [mail] = await db.$queryRaw<Waiting[]>`
    UPDATE outbox_messages
    SET attempts = attempts + 1, next_at = now() + least(power(2, attempts), 360) * interval '1 minute'
    WHERE id = (
      SELECT id FROM outbox_messages WHERE state = 'WAITING' AND next_at <= now() AND (NOT can_wait OR ${!isNight(clock())})
      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, "to", subject, body, calendar, attempts`
  return mail
}

async function send(
  lines: MailLines,
  { id, to, subject, body, calendar, attempts }: Waiting,
  letterhead: Letterhead,
): Promise<void> {
  try {
    await lines.deliver(id, { to, subject, text: body, calendar }, letterhead)
    // The body goes once it is sent: it may hold a link that is as good as a password.
    await db.$executeRaw`UPDATE outbox_messages SET state = 'SENT', sent_at = now(), body = '', calendar = '', problem = NULL WHERE id = ${id}::uuid`
  } catch (error) {
    const problem = codeOf(error)
    log.warn({ outboxId: id, attempts, problem }, 'mail not sent')
    // A body that was given up stays for a week, so that the administrator may send it again; links in it end sooner.
    await db.outboxMessage.update({
      where: { id },
      data: { problem, ...(attempts >= attemptsMax && { state: 'FAILED' as const }) },
      select: { id: true },
    })
  }
}

/** Puts the digests that are due into the outbox, a batch of readers in each transaction. */
export async function sendDigests(): Promise<void> {
  if (!sendsMail) return
  const at = clock()
  const next = () => db.$transaction((tx) => writeDigests(tx, at))
  for (let count = await next(); count > 0;) count = await next()
}

/** What a mail server says may hold the address; its code does not. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || error.name
}

/** Forgets mails that were sent, given up or left waiting long ago, and before that the texts of those given up. */
export async function sweepOutbox({ outboxDays }: Settings['retention'], at: Date): Promise<void> {
  const before = daysBefore(at, outboxDays)
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM outbox_messages WHERE id IN (
      SELECT id FROM outbox_messages WHERE created_at < ${before}
        AND (state <> 'WAITING' OR (attempts = 0 AND next_at < ${before}))
      LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
  const texts = daysBefore(at, failedTextDays)
  await db.$executeRaw`UPDATE outbox_messages SET body = '', calendar = ''
    WHERE state = 'FAILED' AND body <> '' AND created_at < ${texts}`
}

/** Forgets what people were told, read or not, once it is old enough. */
export async function sweepNotifications({ notificationDays }: Settings['retention'], at: Date): Promise<void> {
  const before = daysBefore(at, notificationDays)
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM notifications WHERE id IN (
      SELECT id FROM notifications WHERE created_at < ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM notification_digests WHERE id IN (
      SELECT id FROM notification_digests WHERE created_at < ${before} LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
}
