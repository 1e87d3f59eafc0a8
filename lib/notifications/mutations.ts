import type { Tx } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { enqueue } from '@/lib/core/jobs'
import { sendsMail } from '@/lib/core/mail'
import { Prisma } from '@/lib/core/prisma/client'
import { chosenGroupOf, timingOf, type Timing } from './delivery-rules'
import { mailOf, type CalendarMethod, type NotificationKind, type NotificationParams } from './rules'

/** A path that only this person gets, in the mail instead of `href`: a link that answers without signing in. */
export type PersonalLink = { userId: string; path: string }

export type Told = {
  kind: NotificationKind
  params: NotificationParams
  /** A path inside the portal. */
  href: string
  at: Date
  /** When it begins, what is told of: nothing is held back or kept for a digest that would come after that. */
  before?: Date
  /** A query that gives one column of user ids; repeated ones are told once. */
  to: Prisma.Sql
  links?: PersonalLink[]
  /** A calendar file that goes along with the mails, and what it is for. */
  calendar?: { file: string; method: CalendarMethod } | null
}

/**
 * Tells people something, in the transaction in which it came true: one INSERT … SELECT however many they are, which puts a
 * mail into the outbox as well, where the person has not chosen otherwise: it leaves at once, or waits there until mail is
 * set up. How many were told in the portal.
 */
export async function notify(tx: Tx, told: Told): Promise<number> {
  const { kind, params, href, at, to, before = null } = told
  const timing = timingOf(kind, at, before)
  const digestAt = sendsMail ? timing.digestAt : null
  const [counts] = await tx.$queryRaw<{ told: number; mailed: number }[]>`
    WITH readers AS (
      SELECT u.id, u.email, u.locale, CASE
        WHEN u.email IS NULL OR c.way = 'PORTAL' THEN 'PORTAL'
        WHEN c.way = 'DIGEST' AND ${digestAt}::timestamptz IS NOT NULL THEN 'DIGEST' ELSE 'MAIL' END AS way
      FROM users u
      LEFT JOIN notification_choices c ON c.user_id = u.id AND c."group" = ${chosenGroupOf(kind)}::"NotificationGroup"
      WHERE u.disabled_at IS NULL AND u.id IN (${to})),
    told AS (
      INSERT INTO notifications (id, user_id, kind, params, href, created_at, digest_at)
      SELECT gen_random_uuid(), r.id, ${kind}, ${JSON.stringify(params)}::jsonb, ${href}, ${at},
        CASE r.way WHEN 'DIGEST' THEN ${digestAt}::timestamptz END
      FROM readers r RETURNING id, user_id),
    mailed AS (${mailed(told, timing)})
    SELECT (SELECT count(*)::int FROM told) AS told, (SELECT count(*)::int FROM mailed) AS mailed`
  if (sendsMail && counts && counts.mailed > 0) await enqueue(tx, 'outbox.send', {})
  return counts?.told ?? 0
}

/** Stands in the mail of everyone until the database puts each person's own link there. */
const linkMark = '{link}'

/** The mails to those among `readers` who get one at once, each about the row that was `told`. */
function mailed(
  { kind, params, href, at, links = [], calendar = null }: Told,
  { leavesAt, canWait }: Timing,
): Prisma.Sql {
  const about = { address: publicUrl + href, calendar: calendar?.method ?? null }
  const zh = mailOf('zh-CN', kind, params, about)
  const en = mailOf('en', kind, params, about)
  const answer = { ...about, address: linkMark, lead: 'answer' } as const
  const answerZh = mailOf('zh-CN', kind, params, answer).body
  const answerEn = mailOf('en', kind, params, answer).body
  const users = links.map(({ userId }) => userId)
  const addresses = links.map(({ path }) => publicUrl + path)
  return Prisma.sql`
    INSERT INTO outbox_messages (id, "to", subject, body, next_at, created_at, can_wait, notification_id, calendar)
    SELECT gen_random_uuid(), r.email, CASE r.locale WHEN 'EN' THEN ${en.subject} ELSE ${zh.subject} END,
      CASE WHEN l.address IS NULL
        THEN CASE r.locale WHEN 'EN' THEN ${en.body} ELSE ${zh.body} END
        ELSE replace(CASE r.locale WHEN 'EN' THEN ${answerEn} ELSE ${answerZh} END, ${linkMark}, l.address) END,
      ${leavesAt}, ${at}, ${canWait}, told.id, ${calendar?.file ?? ''}
    FROM readers r JOIN told ON told.user_id = r.id
    LEFT JOIN unnest(${users}::uuid[], ${addresses}::text[]) AS l(user_id, address) ON l.user_id = r.id
    WHERE r.way = 'MAIL' RETURNING 1`
}

/** Takes back what people were told of something that is withdrawn, and the mails about it that have not left. */
export async function retract(tx: Tx, { kind, href }: { kind: NotificationKind; href: string }): Promise<number> {
  await tx.outboxMessage.deleteMany({ where: { state: 'WAITING', body: { contains: publicUrl + href } } })
  const { count } = await tx.notification.deleteMany({ where: { kind, href } })
  return count
}

/** Takes back what has not left yet of what was told of something that has changed since: what waits for the morning or for a digest; of everybody, or of these people. */
export async function withdrawWaiting(tx: Tx, href: string, userIds?: string[]): Promise<void> {
  const notification = { href, ...(userIds && { userId: { in: userIds } }) }
  await tx.outboxMessage.deleteMany({ where: { state: 'WAITING', canWait: true, attempts: 0, notification } })
  await tx.notification.updateMany({ where: { ...notification, digestAt: { not: null } }, data: { digestAt: null } })
}

/** Marks as read what is named, or all there is. */
export async function markRead(tx: Tx, userId: string, ids: string[] | null, at: Date): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { AND: [{ userId, readAt: null }, ids ? { id: { in: ids } } : {}] },
    data: { readAt: at },
  })
  return count
}
