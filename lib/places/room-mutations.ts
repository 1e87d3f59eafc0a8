import type { Tx } from '@/lib/core/db'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { placesLeft, shareOut, type Room } from './rules'

/** What the places of an activity depend on, as it stands now that nobody else can change it. */
export type LockedActivity = Pick<
  Activity,
  | 'id'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'capacity'
  | 'placesTaken'
  | 'perEnterprise'
  | 'offerHours'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
>

/**
 * Stands in line for an activity's places until the transaction ends. Whoever takes, frees or moves places does this
 * first, so that two transactions can never wait for each other crosswise. Checking in is not held up by it.
 */
export async function lockActivity(tx: Tx, activityId: string): Promise<LockedActivity> {
  const [row] = await tx.$queryRaw<LockedActivity[]>`
    SELECT id, state::text AS state, starts_at AS "startsAt", ends_at AS "endsAt", capacity, places_taken AS "placesTaken",
      per_enterprise AS "perEnterprise", offer_hours AS "offerHours",
      registration_opens_at AS "registrationOpensAt", registration_closes_at AS "registrationClosesAt"
    FROM activities WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`
  if (!row) throw new Refusal('NOT_FOUND')
  return row
}

/**
 * Gives as many of the wanted places as there are, of the activity and of its alliances.
 * @param enterpriseIds whose places, in the order of asking; one may stand there several times
 * @returns for each the alliance whose place it got; null: there is none for it
 */
export async function takePlaces(
  tx: Tx,
  activity: LockedActivity,
  enterpriseIds: string[],
): Promise<(string | null)[]> {
  const left = placesLeft(activity)
  if (left === 0) return enterpriseIds.map(() => null)
  const rooms = await roomsOf(tx, activity.id, enterpriseIds)
  const asks = enterpriseIds.map((id) => ({
    allianceIds: rooms.filter(({ enterpriseId }) => enterpriseId === id).map(({ allianceId }) => allianceId),
  }))
  const given = shareOut(left, rooms, asks)
  await count(tx, activity.id, given)
  return given
}

/** The alliances through which each of the enterprises may come, the host before others. */
const roomsOf = (tx: Tx, activityId: string, enterpriseIds: string[]): Promise<(Room & { enterpriseId: string })[]> =>
  tx.$queryRaw`
    SELECT s.enterprise_id AS "enterpriseId", aa.alliance_id AS "allianceId", aa.capacity - aa.places_taken AS "left"
    FROM activities a
    JOIN activity_alliances aa ON aa.activity_id = a.id
    JOIN memberships s ON s.alliance_id = aa.alliance_id AND s.enterprise_id = ANY(${[...new Set(enterpriseIds)]}::uuid[])
      AND s.joined_on <= (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date
      AND (s.left_on IS NULL OR s.left_on > (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date)
    WHERE a.id = ${activityId}::uuid
    ORDER BY aa.alliance_id <> a.host_alliance_id, aa.alliance_id`

/** The rule under the lock would do; the writes say it again, and the tables' CHECKs a third time. */
async function count(tx: Tx, activityId: string, given: (string | null)[]): Promise<void> {
  const alliances = tally(given)
  const total = alliances.reduce((sum, [, places]) => sum + places, 0)
  if (total === 0) return
  const taken = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken + ${total}
    WHERE id = ${activityId}::uuid AND state = 'PUBLISHED' AND (capacity IS NULL OR places_taken + ${total} <= capacity)`
  refuseUnless(taken === 1, 'BUSY')
  const counted = await tx.$executeRaw`UPDATE activity_alliances aa SET places_taken = aa.places_taken + g.places
    FROM ${asTable(alliances)}
    WHERE aa.activity_id = ${activityId}::uuid AND aa.alliance_id = g.alliance_id
      AND (aa.capacity IS NULL OR aa.places_taken + g.places <= aa.capacity)`
  refuseUnless(counted === alliances.length, 'BUSY')
}

/** Takes places back from the counts; whoever calls lets the next ones move up. */
export async function uncount(tx: Tx, activityId: string, freed: Freed[]): Promise<void> {
  if (freed.length === 0) return
  const done = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken - ${freed.length}
    WHERE id = ${activityId}::uuid AND places_taken >= ${freed.length}`
  refuseUnless(done === 1, 'BUSY')
  const alliances = tally(freed.map(({ allianceId }) => allianceId))
  // An alliance that is invited no more has no count either.
  await tx.$executeRaw`UPDATE activity_alliances aa SET places_taken = greatest(0, aa.places_taken - g.places)
    FROM ${asTable(alliances)} WHERE aa.activity_id = ${activityId}::uuid AND aa.alliance_id = g.alliance_id`
}

/** A place that somebody gave up. */
export type Freed = { allianceId: string | null }

function tally(alliances: (string | null)[]): [string, number][] {
  const places = new Map<string, number>()
  for (const id of alliances) if (id !== null) places.set(id, (places.get(id) ?? 0) + 1)
  return [...places]
}

const asTable = (alliances: [string, number][]): Prisma.Sql => Prisma.sql`
  unnest(${alliances.map(([id]) => id)}::uuid[], ${alliances.map(([, places]) => places)}::int[]) AS g (alliance_id, places)`

/**
 * Opens an activity to exactly these alliances. What stands for those that stay is kept, and whoever comes back finds its
 * places counted.
 */
export async function openToAlliances(tx: Tx, activityId: string, allianceIds: string[]): Promise<void> {
  await tx.activityAlliance.deleteMany({ where: { activityId, allianceId: { notIn: allianceIds } } })
  await tx.$executeRaw`INSERT INTO activity_alliances (activity_id, alliance_id, places_taken)
    SELECT ${activityId}::uuid, o.id, (SELECT count(*)::int FROM registrations r
      WHERE r.activity_id = ${activityId}::uuid AND r.alliance_id = o.id AND r.state = 'PLACED')
    FROM unnest(${allianceIds}::uuid[]) AS o (id) ON CONFLICT DO NOTHING`
}
