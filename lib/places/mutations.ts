import { answerPathOf } from '@/lib/access/answer-link'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { sendsMail } from '@/lib/core/mail'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify, withdrawWaiting, type PersonalLink } from '@/lib/notifications/mutations'
import { tellGroups } from '@/lib/robots/mutations'
import { messagesOf } from '@/lib/text/messages'
import type { NotificationKind } from '@/lib/notifications/rules'
import { liveInvitations } from './audience-policy'
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
  const to = peopleOf(Prisma.sql`r.id = ANY(${ids}::uuid[])`, at)
  await tell(tx, { activityId, kind: 'PLACE_GIVEN', at, to })
  return ids
}

async function takeExactly(tx: Tx, activityId: string, count: number): Promise<void> {
  const taken = await tx.$executeRaw`UPDATE activities SET places_taken = places_taken + ${count}
    WHERE id = ${activityId}::uuid AND state = 'PUBLISHED' AND (capacity IS NULL OR places_taken + ${count} <= capacity)`
  refuseUnless(taken === 1, 'BUSY')
}

type Told = { activityId: string; kind: NotificationKind; reason?: string; at: Date }

const registeredOf = ({ activityId, at }: Told): Prisma.Sql =>
  peopleOf(Prisma.sql`r.activity_id = ${activityId}::uuid AND r.state IN ('PLACED', 'WAITING')`, at)

/** Tells those who hold or wait for a place something about the activity. */
export const tellRegistered = (tx: Tx, told: Told): Promise<number> => tell(tx, { ...told, to: registeredOf(told) })

/**
 * Tells them and whoever was invited: what changes whether or when one would come. What was told before and has not left
 * yet is overtaken.
 */
export async function tellConcerned(tx: Tx, told: Told): Promise<number> {
  await withdrawWaiting(tx, pageOf(told.activityId))
  await tellAlliances(tx, told)
  const to = Prisma.sql`
    ${registeredOf(told)}
    UNION
    SELECT i.user_id FROM invitations i WHERE i.activity_id = ${told.activityId}::uuid`
  const links = told.kind === 'ACTIVITY_CHANGED' ? await answerLinks(tx, told.activityId) : []
  return tell(tx, { ...told, to, links })
}

/** Where each of the invited answers, or those of them who are named; nothing where no mail would carry it. */
export async function answerLinks(tx: Tx, activityId: string, userIds?: string[]): Promise<PersonalLink[]> {
  if (!sendsMail) return []
  const open = await tx.invitation.findMany({
    where: { AND: [{ activityId }, liveInvitations, userIds ? { userId: { in: userIds } } : {}] },
    select: { id: true, userId: true },
  })
  return open.map(({ id, userId }) => ({ userId, path: answerPathOf(id) }))
}

const pageOf = (activityId: string): string => `/portal/activities/${activityId}`

const isHeldOn = (at: Date): Prisma.Sql =>
  Prisma.sql`m.valid_from <= ${dayOf(at)}::date AND (m.valid_to IS NULL OR m.valid_to >= ${dayOf(at)}::date)`

/** The person named for a place, and whoever holds a mandate of the enterprise today: they manage its places. */
const peopleOf = (concerned: Prisma.Sql, at: Date): Prisma.Sql => Prisma.sql`
  SELECT r.user_id FROM registrations r WHERE r.user_id IS NOT NULL AND ${concerned}
  UNION
  SELECT m.user_id FROM registrations r JOIN mandates m ON m.enterprise_id = r.enterprise_id
  WHERE ${isHeldOn(at)} AND ${concerned}`

type ToldWhom = Told & { to: Prisma.Sql; links?: PersonalLink[] }

/** Tells whoever is named something about the activity: its title, time and place as they stand now. */
export async function tell(tx: Tx, { activityId, kind, reason = '', at, to, links = [] }: ToldWhom): Promise<number> {
  const { startsAt, onlineUrl, params } = await factsOf(tx, activityId)
  const told = { ...params, place: params.place || onlineUrl, reason }
  return notify(tx, { kind, params: told, href: pageOf(activityId), at, before: startsAt, to, links })
}

/** Tells the groups of its alliances, who read it without signing in: where it is online, but not by which address. */
export async function tellAlliances(tx: Tx, { activityId, kind, reason = '', at }: Told): Promise<void> {
  const { startsAt, allianceIds, params } = await factsOf(tx, activityId)
  const place = params.place || messagesOf('zh-CN').robots.online
  const told = { ...params, place, reason }
  await tellGroups(tx, { kind, params: told, href: pageOf(activityId), at, before: startsAt, allianceIds })
}

async function factsOf(tx: Tx, activityId: string) {
  const { title, startsAt, endsAt, place, onlineUrl, alliances } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: {
      title: true,
      startsAt: true,
      endsAt: true,
      place: true,
      onlineUrl: true,
      alliances: { select: { allianceId: true } },
    },
  })
  const params = { title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place }
  return { startsAt, onlineUrl, allianceIds: alliances.map(({ allianceId }) => allianceId), params }
}
