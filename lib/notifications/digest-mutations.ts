import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { enqueue } from '@/lib/core/jobs'
import type { Locale } from '@/lib/core/prisma/enums'
import { afterNight } from './delivery-rules'
import { digestOf, isNotificationKind, toldParams, type DigestItem } from './rules'

/** Readers of one transaction. */
const readersMax = 200

type Waiting = { userId: string; email: string; locale: Locale; kind: string; params: unknown; href: string }

/**
 * Writes the digests of the next readers into the outbox. Whose digest of the day is written stands in the same
 * transaction under a unique key, so that a second worker, or one that died half-way, sends none twice. How many readers
 * were dealt with; 0: nobody waits.
 */
export async function writeDigests(tx: Tx, at: Date): Promise<number> {
  const day = dayOf(at)
  const readers = await tx.$queryRaw<{ userId: string }[]>`
    INSERT INTO notification_digests (id, user_id, day, created_at)
    SELECT gen_random_uuid(), w.user_id, ${day}::date, ${at} FROM (
      SELECT DISTINCT n.user_id FROM notifications n WHERE n.digest_at <= ${at} AND NOT EXISTS (
        SELECT 1 FROM notification_digests d WHERE d.user_id = n.user_id AND d.day = ${day}::date)
      LIMIT ${readersMax}) AS w
    ON CONFLICT (user_id, day) DO NOTHING RETURNING user_id AS "userId"`
  if (readers.length === 0) return 0
  const ids = readers.map(({ userId }) => userId)
  const waiting = await takeWaiting(tx, ids, at)
  const mails = ids.flatMap((id) => mailTo(waiting.filter(({ userId }) => userId === id)) ?? [])
  await tx.outboxMessage.createMany({
    data: mails.map((mail) => ({ ...mail, nextAt: afterNight(at), createdAt: at, canWait: true })),
  })
  if (mails.length > 0) await enqueue(tx, 'outbox.send', {})
  return readers.length
}

/** What these readers have not been told by mail, oldest first; what they have read in the portal meanwhile is left out. */
async function takeWaiting(tx: Tx, ids: string[], at: Date): Promise<Waiting[]> {
  const taken = await tx.$queryRaw<Waiting[]>`
    WITH taken AS (
      UPDATE notifications SET digest_at = NULL WHERE user_id = ANY(${ids}::uuid[]) AND digest_at <= ${at}
      RETURNING id, user_id, kind, params, href, created_at, read_at)
    SELECT u.id AS "userId", u.email, u.locale, t.kind, t.params, t.href
    FROM taken t JOIN users u ON u.id = t.user_id
    WHERE t.read_at IS NULL AND u.disabled_at IS NULL AND u.email IS NOT NULL
    ORDER BY t.created_at, t.id`
  return taken
}

function mailTo(waiting: Waiting[]): { to: string; subject: string; body: string } | null {
  const items = waiting.flatMap(({ kind, params, href }): DigestItem[] =>
    isNotificationKind(kind) ? [{ kind, params: toldParams(params), address: publicUrl + href }] : [],
  )
  const [first] = waiting
  if (!first || items.length === 0) return null
  const addresses = { list: `${publicUrl}/portal/notifications`, choices: `${publicUrl}/portal/account/notices` }
  return { to: first.email, ...digestOf(first.locale === 'EN' ? 'en' : 'zh-CN', items, addresses) }
}
