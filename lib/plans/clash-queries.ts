import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { dayOf, plusDays, startOfDay } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { listHolidays } from '@/lib/settings/holiday-queries'
import { clashesOf, dayTable, type Clash, type FoundClash } from './rules'

/** A date to look at: an activity that stands (its id is the key), or one that would come of a preview. */
export type DateToCheck = {
  key: string
  isMade: boolean
  title: string
  hostAllianceId: string
  allianceIds: string[]
  startsAt: Date
  endsAt: Date
}

/** An activity may begin so many days before it still goes on. */
const longestDays = 31

/**
 * What stands in the way of each date: the same alliance or the same people on the same days, people for whom it would be
 * the third invitation of the week, and days on which nobody works. One query for people, whatever the number of dates.
 *
 * Whoever was invited to a published activity counts as its people; of a draft and of a preview it is who would be invited
 * today (三(一): mandates of the members on that day). Another alliance's draft counts only where the actor sees it; what
 * is published is known to everybody by its title, alliance and day. Of alternatives only one will be: they do not stand in
 * each other's way.
 */
export async function listClashes(
  actor: Actor,
  dates: DateToCheck[],
  how: 'all' | 'alternatives' = 'all',
): Promise<Map<string, Clash[]>> {
  const [first] = dates
  if (!first) return new Map()
  const from = startOfDay(plusDays(dayOf(minOf(dates.map(({ startsAt }) => startsAt))), -longestDays))
  const to = startOfDay(plusDays(dayOf(maxOf(dates.map(({ endsAt }) => endsAt))), 8))
  const years = [...new Set(dates.map(({ startsAt }) => Number(dayOf(startsAt).slice(0, 4))))]
  const [seen, holidays] = await Promise.all([
    db.activity.findMany({
      where: { AND: [{ startsAt: { gte: from, lt: to } }, visibleActivities(actor)] },
      select: { id: true },
    }),
    Promise.all(years.map((year) => listHolidays(year))),
  ])
  const found = await findClashes(actor, { dates, from, to, seen: seen.map(({ id }) => id), how })
  const table = dayTable(holidays.flat())
  return new Map(
    dates.map(({ key, startsAt }) => [
      key,
      clashesOf(
        dayOf(startsAt),
        found.filter((one) => one.key === key),
        table,
      ),
    ]),
  )
}

const minOf = (instants: Date[]): Date => instants.reduce((a, b) => (a < b ? a : b))
const maxOf = (instants: Date[]): Date => instants.reduce((a, b) => (a > b ? a : b))

type Window = { dates: DateToCheck[]; from: Date; to: Date; seen: string[]; how: 'all' | 'alternatives' }

const findClashes = (actor: Actor, { dates, from, to, seen, how }: Window): Promise<FoundClash[]> =>
  db.$queryRaw<FoundClash[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) AS d(key text, "isMade" boolean, title text,
        "hostAllianceId" uuid, "allianceIds" uuid[], "startsAt" timestamptz, "endsAt" timestamptz)),
    planned AS (
      SELECT a.id::text AS key, a.id, a.title, a.state::text AS state, a.host_alliance_id, a.starts_at, a.ends_at,
        ARRAY(SELECT l.alliance_id FROM activity_alliances l WHERE l.activity_id = a.id) AS alliance_ids
      FROM activities a
      WHERE a.starts_at >= ${from} AND a.starts_at < ${to} AND a.state <> 'CANCELLED'
        AND (a.state <> 'DRAFT' OR a.id = ANY(${seen}::uuid[]))
      UNION ALL
      SELECT key, NULL, title, 'DRAFT', "hostAllianceId", "startsAt", "endsAt", "allianceIds" FROM given WHERE NOT "isMade"),
    things AS (
      SELECT *, date_trunc('week', starts_at AT TIME ZONE 'Asia/Shanghai') AS week, daterange(
        (starts_at AT TIME ZONE 'Asia/Shanghai')::date, (ends_at AT TIME ZONE 'Asia/Shanghai')::date, '[]') AS days
      FROM planned),
    pairs AS (
      SELECT d.key, t.key AS other, d.days && t.days AS meets, d.week = t.week AS in_week,
        d.alliance_ids && t.alliance_ids AS of_alliance
      FROM things d JOIN things t ON t.key <> d.key AND (d.days && t.days OR d.week = t.week)
      WHERE d.key IN (SELECT key FROM given) AND (t.id IS NOT NULL OR ${how === 'all'})),
    involved AS (SELECT * FROM things WHERE key IN (SELECT key FROM pairs UNION SELECT other FROM pairs)),
    asked AS (SELECT v.key, i.user_id FROM involved v JOIN invitations i ON i.activity_id = v.id AND i.left_at IS NULL),
    people AS (
      SELECT key, user_id FROM asked
      UNION
      SELECT v.key, m.user_id FROM involved v
      LEFT JOIN audience_rules r ON r.activity_id = v.id
      JOIN memberships s ON s.alliance_id = ANY(v.alliance_ids)
        AND s.joined_on <= lower(v.days) AND (s.left_on IS NULL OR s.left_on > lower(v.days))
      JOIN enterprises e ON e.id = s.enterprise_id AND ${isMeant}
      JOIN mandates m ON m.enterprise_id = s.enterprise_id AND ${holdsToday(actor)}
        AND (coalesce(cardinality(r.mandate_kinds), 0) = 0 OR m.kind = ANY(r.mandate_kinds))
      JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM asked k WHERE k.key = v.key)),
    together AS (
      SELECT p.key, p.other, p.meets, p.in_week, a.user_id FROM pairs p
      JOIN people a ON a.key = p.key JOIN people b ON b.key = p.other AND b.user_id = a.user_id),
    thirds AS (
      SELECT key, count(*)::int AS people FROM (
        SELECT key, user_id FROM together WHERE in_week GROUP BY key, user_id HAVING count(*) >= 2) AS often
      GROUP BY key)
    SELECT p.key, CASE WHEN p.of_alliance THEN 'SAME_ALLIANCE' ELSE 'SAME_PEOPLE' END AS kind, o.title, o.id,
      o.id = ANY(${seen}::uuid[]) AS "isSeen", al.name, al.name_en AS "nameEn", o.starts_at AS "startsAt",
      o.ends_at AS "endsAt",
      (SELECT count(*)::int FROM together x WHERE x.key = p.key AND x.other = p.other) AS people
    FROM pairs p JOIN things o ON o.key = p.other JOIN alliances al ON al.id = o.host_alliance_id
    WHERE p.meets AND (p.of_alliance OR EXISTS (SELECT 1 FROM together x WHERE x.key = p.key AND x.other = p.other))
      AND (o.state IN ('DRAFT', 'PUBLISHED') OR o.id = ANY(${seen}::uuid[]))
    UNION ALL
    SELECT key, 'THIRD_INVITATION', '', NULL, false, '', '', NULL, NULL, people FROM thirds
    ORDER BY "startsAt", title`

/** The audience rule `r` of an activity `v` means the firm `e`: the same as `audienceOf`, for many activities at once. */
const isMeant = Prisma.sql`
  (coalesce(cardinality(r.business_kinds), 0) = 0 OR e.business_kind = ANY(r.business_kinds))
  AND (e.supervising_jurisdiction_id IN (SELECT j.jurisdiction_id FROM audience_jurisdictions j WHERE j.activity_id = v.id)
    OR NOT EXISTS (SELECT 1 FROM audience_jurisdictions j WHERE j.activity_id = v.id))
  AND NOT EXISTS (SELECT 1 FROM audience_exclusions x WHERE x.activity_id = v.id AND x.enterprise_id = e.id)
  AND NOT (coalesce(r.is_untrained_only, false) AND EXISTS (
    SELECT 1 FROM attendances t JOIN activities n ON n.id = t.activity_id
    WHERE t.enterprise_id = e.id AND t.undone_at IS NULL AND t.mandate_kind IS NOT NULL AND n.kind = 'TRAINING'
      AND n.state IN ('HELD', 'CLOSED') AND n.id <> v.id AND date_trunc('year', n.starts_at AT TIME ZONE 'Asia/Shanghai')
        = date_trunc('year', v.starts_at AT TIME ZONE 'Asia/Shanghai')))`

const holdsToday = ({ today }: Actor): Prisma.Sql =>
  Prisma.sql`m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`

/** What stands in the way of one draft, where it lies ahead. */
export async function listClashesOfActivity(
  actor: Actor,
  activity: Omit<DateToCheck, 'key' | 'isMade' | 'allianceIds'> & { id: string; alliances: { allianceId: string }[] },
): Promise<Clash[]> {
  if (activity.startsAt <= now()) return []
  const { id, title, hostAllianceId, startsAt, endsAt } = activity
  const allianceIds = activity.alliances.map(({ allianceId }) => allianceId)
  const date = { key: id, isMade: true, title, hostAllianceId, allianceIds, startsAt, endsAt }
  return (await listClashes(actor, [date])).get(id) ?? []
}
