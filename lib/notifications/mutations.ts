import type { Tx } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { enqueue } from '@/lib/core/jobs'
import { sendsMail } from '@/lib/core/mail'
import { type Prisma } from '@/lib/core/prisma/client'
import { mailOf, type NotificationKind, type NotificationParams } from './rules'

/** A path that only this person gets, in the mail instead of `href`: a link that answers without signing in. */
export type PersonalLink = { userId: string; path: string }

export type Told = {
  kind: NotificationKind
  params: NotificationParams
  /** A path inside the portal. */
  href: string
  at: Date
  /** A query that gives one column of user ids; repeated ones are told once. */
  to: Prisma.Sql
  links?: PersonalLink[]
}

/**
 * Tells people something, in the transaction in which it came true: one INSERT … SELECT however many they are, and where
 * mail is set up another one into the outbox. How many were told in the portal.
 */
export async function notify(tx: Tx, told: Told): Promise<number> {
  const { kind, params, href, at, to } = told
  const count = await tx.$executeRaw`
    INSERT INTO notifications (id, user_id, kind, params, href, created_at)
    SELECT gen_random_uuid(), u.id, ${kind}, ${JSON.stringify(params)}::jsonb, ${href}, ${at}
    FROM users u WHERE u.disabled_at IS NULL AND u.id IN (${to})`
  if (count > 0 && sendsMail) await mail(tx, told)
  return count
}

/** Stands in the mail of everyone until the database puts each person's own link there. */
const linkMark = '{link}'

async function mail(tx: Tx, { kind, params, href, at, to, links = [] }: Told): Promise<void> {
  const zh = mailOf('zh-CN', kind, params, publicUrl + href)
  const en = mailOf('en', kind, params, publicUrl + href)
  const answerZh = mailOf('zh-CN', kind, params, linkMark, 'answer').body
  const answerEn = mailOf('en', kind, params, linkMark, 'answer').body
  const users = links.map(({ userId }) => userId)
  const addresses = links.map(({ path }) => publicUrl + path)
  const count = await tx.$executeRaw`
    INSERT INTO outbox_messages (id, "to", subject, body, next_at, created_at)
    SELECT gen_random_uuid(), u.email, CASE u.locale WHEN 'EN' THEN ${en.subject} ELSE ${zh.subject} END,
      CASE WHEN l.address IS NULL
        THEN CASE u.locale WHEN 'EN' THEN ${en.body} ELSE ${zh.body} END
        ELSE replace(CASE u.locale WHEN 'EN' THEN ${answerEn} ELSE ${answerZh} END, ${linkMark}, l.address) END,
      ${at}, ${at}
    FROM users u
    LEFT JOIN unnest(${users}::uuid[], ${addresses}::text[]) AS l(user_id, address) ON l.user_id = u.id
    WHERE u.disabled_at IS NULL AND u.email IS NOT NULL AND u.id IN (${to})`
  if (count > 0) await enqueue(tx, 'outbox.send', {})
}

/** Takes back what people were told of something that is withdrawn, and the mails about it that have not left. */
export async function retract(tx: Tx, { kind, href }: { kind: NotificationKind; href: string }): Promise<number> {
  await tx.outboxMessage.deleteMany({ where: { state: 'WAITING', body: { contains: publicUrl + href } } })
  const { count } = await tx.notification.deleteMany({ where: { kind, href } })
  return count
}

/** Marks as read what is named, or all there is. */
export async function markRead(tx: Tx, userId: string, ids: string[] | null, at: Date): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { AND: [{ userId, readAt: null }, ids ? { id: { in: ids } } : {}] },
    data: { readAt: at },
  })
  return count
}
