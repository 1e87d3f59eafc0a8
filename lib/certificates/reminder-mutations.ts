import { plusDays, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import { spokespeopleOf } from '@/lib/registry/notice-mutations'
import { endingSteps } from './rules'

type Due = { certificateId: string; userId: string; course: string; number: string; validUntil: Day; isKnown: boolean }

type When = { enterpriseId: string; today: Day; at: Date }

/**
 * Tells people of an enterprise that their certificates end, each of their own, and whoever speaks for the enterprise how
 * many do. That it was told is kept in the same transaction under a unique key, so that a second run, a second worker, or
 * one that died half-way tells nobody twice. How many certificates.
 */
export async function remindOfEnding(tx: Tx, when: When): Promise<number> {
  const { enterpriseId, today, at } = when
  let told = 0
  for (const step of endingSteps) {
    const due = await writeDown(tx, when, step)
    told += due.length
    for (const { userId, course, number, validUntil } of due)
      await notify(tx, {
        kind: 'CERTIFICATE_ENDS',
        params: { title: course, number, day: validUntil },
        href: '/portal/certificates',
        at,
        to: Prisma.sql`SELECT ${userId}::uuid`,
      })
    const [first] = due.filter(({ isKnown }) => isKnown).toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1))
    if (!first) continue
    const own = due.map(({ userId }) => userId)
    await notify(tx, {
      kind: 'CERTIFICATES_END',
      params: { count: String(due.filter(({ isKnown }) => isKnown).length), day: first.validUntil, days: String(step) },
      href: '/portal/certificates',
      at,
      // Whoever is told of their own alone needs no second notice of it.
      to: Prisma.sql`SELECT user_id FROM (${spokespeopleOf(enterpriseId, today)}) AS spokespeople (user_id)
        WHERE ${due.length > 1} OR user_id <> ALL(${own}::uuid[])`,
    })
  }
  return told
}

/**
 * The certificates of an enterprise that have come to a step and that nobody has been told of at it; now they have. Not
 * those with a later one of the same training for the same person, nor one that was issued within the step. Known to the
 * enterprise is who still holds a mandate of it or an office in it.
 */
const writeDown = (tx: Tx, { enterpriseId, today, at }: When, step: number): Promise<Due[]> => {
  const later = endingSteps.findLast((one) => one < step) ?? -1
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT c.* FROM certificates c JOIN users u ON u.id = c.user_id AND u.disabled_at IS NULL
      WHERE c.enterprise_id = ${enterpriseId}::uuid AND c.revoked_at IS NULL
        AND c.valid_until BETWEEN ${plusDays(today, later + 1)}::date AND ${plusDays(today, step)}::date
        AND (c.issued_at AT TIME ZONE 'Asia/Shanghai')::date < c.valid_until - ${step}::int
        AND NOT EXISTS (SELECT FROM certificates n WHERE n.user_id = c.user_id AND n.course = c.course
          AND n.revoked_at IS NULL AND (n.valid_until IS NULL OR n.valid_until > c.valid_until))),
    told AS (
      INSERT INTO certificate_reminders (id, certificate_id, step, created_at)
      SELECT gen_random_uuid(), id, ${step}::int, ${at} FROM due
      ON CONFLICT (certificate_id, step) DO NOTHING RETURNING certificate_id)
    SELECT d.id AS "certificateId", d.user_id AS "userId", d.course, d.number, d.valid_until::text AS "validUntil",
      EXISTS (SELECT FROM mandates m WHERE m.user_id = d.user_id AND m.enterprise_id = d.enterprise_id
        AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date))
      OR EXISTS (SELECT FROM appointments a WHERE a.user_id = d.user_id AND a.enterprise_id = d.enterprise_id
        AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)) AS "isKnown"
    FROM due d JOIN told t ON t.certificate_id = d.id ORDER BY d.valid_until, d.id`
}
