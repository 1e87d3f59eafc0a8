import type { Tx } from '@/lib/core/db'
import { dayOf } from '@/lib/core/clock'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import type { Standing } from './rules'

type DatedActivity = Pick<Activity, 'id' | 'startsAt'>

export type PersonStanding = Standing & { userId: string }

/**
 * For whom each of some people may have come to an activity: mandates, places, offices, and what is recorded, as of the
 * Beijing day on which it starts. One statement, because 150 people check in within ten minutes.
 *
 * The place is the person's own, or one of the enterprise's that still has no name and nobody has taken.
 */
export async function standingsOf(
  client: Pick<Tx, '$queryRaw'>,
  activity: DatedActivity,
  userIds: string[],
): Promise<PersonStanding[]> {
  const day = dayOf(activity.startsAt)
  const people = Prisma.sql`user_id = ANY(${userIds}::uuid[])`
  const mandateHolds = Prisma.sql`m.valid_from <= ${day}::date AND (m.valid_to IS NULL OR m.valid_to >= ${day}::date)`

  return client.$queryRaw<PersonStanding[]>`
    WITH grounds AS (
      SELECT user_id, enterprise_id, 'REGISTRATION' AS ground FROM registrations
        WHERE activity_id = ${activity.id}::uuid AND state <> 'WITHDRAWN' AND ${people}
      UNION ALL
      SELECT user_id, enterprise_id, 'MANDATE' FROM mandates m WHERE ${people} AND ${mandateHolds}
      UNION ALL
      SELECT user_id, enterprise_id, 'OFFICE' FROM appointments
        WHERE enterprise_id IS NOT NULL AND starts_on <= ${day}::date AND (ends_on IS NULL OR ends_on > ${day}::date) AND ${people}
      UNION ALL
      SELECT user_id, enterprise_id, 'LAPSED' FROM mandates m WHERE ${people} AND m.valid_from <= ${day}::date AND NOT (${mandateHolds})
      UNION ALL
      SELECT user_id, enterprise_id, 'OFFICE' FROM attendances
        WHERE activity_id = ${activity.id}::uuid AND enterprise_id IS NOT NULL AND undone_at IS NULL AND ${people}
    ), best AS (
      SELECT DISTINCT ON (user_id, enterprise_id) user_id, enterprise_id, ground FROM grounds
      ORDER BY user_id, enterprise_id, array_position(ARRAY['REGISTRATION', 'MANDATE', 'OFFICE', 'LAPSED'], ground)
    )
    SELECT b.user_id AS "userId", b.enterprise_id AS "enterpriseId", e.name AS enterprise, b.ground,
      (SELECT m.kind FROM mandates m WHERE m.user_id = b.user_id AND m.enterprise_id = b.enterprise_id AND ${mandateHolds}
        ORDER BY m.kind LIMIT 1) AS "mandateKind",
      (SELECT max(m.valid_to) FROM mandates m WHERE m.user_id = b.user_id AND m.enterprise_id = b.enterprise_id
        AND m.valid_to < ${day}::date) AS "lapsedOn",
      place.id AS "registrationId", coalesce(place.state, excused.state) AS "registrationState",
      EXISTS (SELECT 1 FROM memberships s JOIN activity_alliances o ON o.alliance_id = s.alliance_id
        WHERE o.activity_id = ${activity.id}::uuid AND s.enterprise_id = b.enterprise_id
          AND s.joined_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on > ${day}::date)) AS "isInAudience",
      a.id AS "attendanceId", a.checked_in_at AS "checkedInAt"
    FROM best b
    JOIN enterprises e ON e.id = b.enterprise_id
    LEFT JOIN attendances a ON a.activity_id = ${activity.id}::uuid AND a.user_id = b.user_id
      AND a.enterprise_id = b.enterprise_id AND a.undone_at IS NULL
    LEFT JOIN LATERAL (
      SELECT r.id, r.state FROM registrations r
      WHERE r.activity_id = ${activity.id}::uuid AND r.enterprise_id = b.enterprise_id AND r.state IN ('PLACED', 'WAITING')
        AND (r.user_id = b.user_id OR (r.user_id IS NULL AND r.state = 'PLACED' AND NOT EXISTS (
          SELECT 1 FROM attendances t WHERE t.registration_id = r.id AND t.undone_at IS NULL AND t.user_id <> b.user_id)))
      ORDER BY r.user_id NULLS LAST, r.queued_at LIMIT 1
    ) place ON true
    LEFT JOIN LATERAL (
      SELECT r.state FROM registrations r
      WHERE r.activity_id = ${activity.id}::uuid AND r.enterprise_id = b.enterprise_id AND r.state = 'ON_LEAVE'
        AND r.user_id = b.user_id LIMIT 1
    ) excused ON true
    ORDER BY b.user_id, e.name, e.id`
}
