import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'
import { movesUp, placesToGive } from './rules'

/** What the places of an activity depend on, as it stands now that nobody else can change it. */
export type LockedActivity = Pick<
  Activity,
  'id' | 'state' | 'startsAt' | 'endsAt' | 'capacity' | 'placesTaken' | 'registrationOpensAt' | 'registrationClosesAt'
>

/**
 * Stands in line for an activity's places until the transaction ends. Whoever takes, frees or moves places does this
 * first, so that two transactions can never wait for each other crosswise. Checking in is not held up by it.
 */
export async function lockActivity(tx: Tx, activityId: string): Promise<LockedActivity> {
  const [row] = await tx.$queryRaw<LockedActivity[]>`
    SELECT id, state::text AS state, starts_at AS "startsAt", ends_at AS "endsAt", capacity, places_taken AS "placesTaken",
      registration_opens_at AS "registrationOpensAt", registration_closes_at AS "registrationClosesAt"
    FROM activities WHERE id = ${activityId}::uuid FOR NO KEY UPDATE`
  if (!row) throw new Refusal('NOT_FOUND')
  return row
}

/** Gives as many of the wanted places as there are; the answer may be less, down to none. */
export async function takePlaces(tx: Tx, activity: LockedActivity, wanted: number): Promise<number> {
  const given = placesToGive(activity, wanted)
  if (given === 0) return 0
  // The line above would do under the lock; the write says it again, and the table's CHECK a third time.
  const taken = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken + ${given}
    WHERE id = ${activity.id}::uuid AND state = 'PUBLISHED' AND (capacity IS NULL OR places_taken + ${given} <= capacity)`
  refuseUnless(taken === 1, 'BUSY')
  return given
}

/** Gives places back and lets the next ones move up; the registrations that now hold a place. */
export async function freePlaces(tx: Tx, activity: LockedActivity, count: number, at: Date): Promise<string[]> {
  if (count > 0) {
    const freed = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken - ${count}
      WHERE id = ${activity.id}::uuid AND places_taken >= ${count}`
    refuseUnless(freed === 1, 'BUSY')
  }
  return moveUpWaiting(tx, activity.id, at)
}

/** Fills free places from the waiting list, longest waiting first; the registrations that now hold a place. */
export async function moveUpWaiting(tx: Tx, activityId: string, at: Date): Promise<string[]> {
  const activity = await lockActivity(tx, activityId)
  if (!movesUp(activity, at)) return []
  const free = activity.capacity === null ? null : activity.capacity - activity.placesTaken
  if (free !== null && free <= 0) return []
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE registrations SET state = 'PLACED', updated_at = ${at}
    WHERE state = 'WAITING' AND id IN (SELECT id FROM registrations
      WHERE activity_id = ${activityId}::uuid AND state = 'WAITING' ORDER BY queued_at, id LIMIT ${free}::int)
    RETURNING id`
  if (moved.length === 0) return []
  await takeExactly(tx, activityId, moved.length)
  const ids = moved.map((row) => row.id)
  const concerned = Prisma.sql`r.id = ANY(${ids}::uuid[])`
  await tell(tx, { activityId, kind: 'PLACE_GIVEN', at, concerned })
  return ids
}

async function takeExactly(tx: Tx, activityId: string, count: number): Promise<void> {
  const taken = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken + ${count}
    WHERE id = ${activityId}::uuid AND state = 'PUBLISHED' AND (capacity IS NULL OR places_taken + ${count} <= capacity)`
  refuseUnless(taken === 1, 'BUSY')
}

type Told = { activityId: string; kind: NotificationKind; reason?: string; at: Date }

/** Tells those who hold or wait for a place something about the activity. */
export async function tellRegistered(tx: Tx, told: Told): Promise<number> {
  const concerned = Prisma.sql`r.activity_id = ${told.activityId}::uuid AND r.state IN ('PLACED', 'WAITING')`
  return tell(tx, { ...told, concerned })
}

/** The person named for a place, and whoever holds a mandate of the enterprise today: they manage its places. */
const peopleOf = (concerned: Prisma.Sql, at: Date): Prisma.Sql => Prisma.sql`
  SELECT r.user_id FROM registrations r WHERE r.user_id IS NOT NULL AND ${concerned}
  UNION
  SELECT m.user_id FROM registrations r JOIN mandates m ON m.enterprise_id = r.enterprise_id
  WHERE m.valid_from <= ${dayOf(at)}::date AND (m.valid_to IS NULL OR m.valid_to >= ${dayOf(at)}::date) AND ${concerned}`

async function tell(
  tx: Tx,
  { activityId, kind, reason = '', at, concerned }: Told & { concerned: Prisma.Sql },
): Promise<number> {
  const { title, startsAt, endsAt, place, onlineUrl } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { title: true, startsAt: true, endsAt: true, place: true, onlineUrl: true },
  })
  const params = {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place: place || onlineUrl,
    reason,
  }
  return notify(tx, { kind, params, href: `/portal/activities/${activityId}`, at, to: peopleOf(concerned, at) })
}
