import { answerPathOf } from '@/lib/access/answer-link'
import { isNarrow } from '@/lib/alliances/announcing-policy'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { sendsMail } from '@/lib/core/mail'
import { Prisma } from '@/lib/core/prisma/client'
import { refuseUnless } from '@/lib/core/result'
import { notify, withdrawWaiting, type PersonalLink } from '@/lib/notifications/mutations'
import { groupsThatHeard, hushGroups, tellGroups } from '@/lib/robots/mutations'
import { messagesOf } from '@/lib/text/messages'
import type { NotificationKind } from '@/lib/notifications/rules'
import { liveInvitations } from './audience-policy'
import { calendarSelect, mailedCalendar } from './calendar-documents'
import { calendarMethodOf } from './calendar-rules'
import { lockActivity, takePlaces, uncount, type Freed, type LockedActivity } from './room-mutations'
import { movesUp, offerEnds, placesLeft } from './rules'

/** Gives places back and lets the next ones move up; the registrations that now hold a place. */
export async function freePlaces(tx: Tx, activity: LockedActivity, freed: Freed[], at: Date): Promise<string[]> {
  await uncount(tx, activity.id, freed)
  return moveUpWaiting(tx, activity.id, at)
}

/**
 * Fills free places from the waiting list, longest waiting first, as far as the alliances have places for them. Where the
 * activity offers what came free, they have the place until then, and it is theirs when they take it.
 * @returns the registrations that now hold a place
 */
export async function moveUpWaiting(tx: Tx, activityId: string, at: Date): Promise<string[]> {
  const activity = await lockActivity(tx, activityId)
  if (!movesUp(activity, at) || placesLeft(activity) === 0) return []
  const next = await nextWaiting(tx, activity)
  const given = await takePlaces(
    tx,
    activity,
    next.map(({ enterpriseId }) => enterpriseId),
  )
  const moved = next.flatMap(({ id }, index) => (given[index] ? [{ id, allianceId: given[index] }] : []))
  if (moved.length === 0) return []
  const ids = moved.map(({ id }) => id)
  const offeredUntil = offerEnds(activity, at)
  const placed = await tx.$executeRaw`UPDATE registrations r
    SET state = 'PLACED', alliance_id = g.alliance_id, offered_until = ${offeredUntil}, updated_at = ${at}
    FROM unnest(${ids}::uuid[], ${moved.map(({ allianceId }) => allianceId)}::uuid[]) AS g (id, alliance_id)
    WHERE r.id = g.id AND r.state = 'WAITING'`
  refuseUnless(placed === ids.length, 'BUSY')
  await tellPlaced(tx, { activityId, ids, offeredUntil, at })
  return ids
}

/** Nobody beyond the free places can move up, unless an alliance's own limit keeps somebody back before them. */
async function nextWaiting(tx: Tx, activity: LockedActivity): Promise<{ id: string; enterpriseId: string }[]> {
  const limited = await tx.activityAlliance.findFirst({
    where: { activityId: activity.id, capacity: { not: null } },
    select: { allianceId: true },
  })
  const most = limited ? null : placesLeft(activity)
  return tx.registration.findMany({
    where: { activityId: activity.id, state: 'WAITING' },
    select: { id: true, enterpriseId: true },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    ...(most === null ? {} : { take: most }),
  })
}

type Placed = { activityId: string; ids: string[]; offeredUntil: Date | null; at: Date }

async function tellPlaced(tx: Tx, { activityId, ids, offeredUntil, at }: Placed): Promise<void> {
  const to = peopleOf(Prisma.sql`r.id = ANY(${ids}::uuid[])`, at)
  if (!offeredUntil) return void (await tell(tx, { activityId, kind: 'PLACE_GIVEN', at, to }))
  const links = await answerLinks(tx, activityId)
  await tell(tx, { activityId, kind: 'PLACE_OFFERED', untilAt: offeredUntil, at, to, links })
}

/**
 * Gives up the places of an activity that were offered and not taken in time, and tells who had them; the next ones move
 * up. Whoever is there already has taken theirs.
 * @returns how many lapsed
 */
export async function lapseOffers(tx: Tx, activityId: string, at: Date): Promise<number> {
  const activity = await lockActivity(tx, activityId)
  const lapsed = await tx.$queryRaw<{ id: string; allianceId: string | null }[]>`
    SELECT r.id, r.alliance_id AS "allianceId" FROM registrations r
    WHERE r.activity_id = ${activityId}::uuid AND r.offered_until <= ${at} AND NOT EXISTS (
      SELECT FROM attendances t WHERE t.registration_id = r.id AND t.undone_at IS NULL)
    FOR UPDATE`
  const ids = lapsed.map(({ id }) => id)
  if (ids.length === 0) return 0
  const to = peopleOf(Prisma.sql`r.id = ANY(${ids}::uuid[])`, at)
  await tell(tx, { activityId, kind: 'OFFER_LAPSED', at, to })
  await tx.registration.updateMany({
    where: { id: { in: ids }, state: 'PLACED' },
    data: { state: 'WITHDRAWN', allianceId: null, offeredUntil: null },
  })
  await freePlaces(tx, activity, lapsed, at)
  return ids.length
}

type Told = { activityId: string; kind: NotificationKind; reason?: string; untilAt?: Date; at: Date }

const registeredOf = ({ activityId, at }: Told): Prisma.Sql =>
  peopleOf(Prisma.sql`r.activity_id = ${activityId}::uuid AND r.state IN ('PLACED', 'WAITING')`, at)

/** Tells those who hold or wait for a place something about the activity. */
export const tellRegistered = (tx: Tx, told: Told): Promise<number> => tell(tx, { ...told, to: registeredOf(told) })

/**
 * Tells them, whoever is invited and who receives a site visit: what changes whether or when one would come. What was told
 * before and has not left yet is overtaken. Who is not invited any more was told so, and hears no more of it.
 */
export async function tellConcerned(tx: Tx, told: Told): Promise<number> {
  await withdrawWaiting(tx, pageOf(told.activityId))
  await tellAlliances(tx, told)
  const to = Prisma.sql`
    ${registeredOf(told)}
    UNION
    SELECT i.user_id FROM invitations i
    WHERE i.activity_id = ${told.activityId}::uuid AND (i.left_at IS NULL OR i.is_kept)
    UNION
    SELECT m.user_id FROM visit_hosts h JOIN mandates m ON m.enterprise_id = h.enterprise_id
    WHERE h.activity_id = ${told.activityId}::uuid AND h.state IN ('ASKED', 'AGREED') AND ${isHeldOn(told.at)}`
  const links = told.kind === 'ACTIVITY_CHANGED' ? await answerLinks(tx, told.activityId) : []
  return tell(tx, { ...told, to, links })
}

/**
 * Tells people whom the audience does not meet any more that their invitation has ended, once; what they have not been
 * sent yet of the activity does not leave. Who represents an enterprise that still has a place is told nothing: they stay
 * concerned.
 */
export async function tellLeft(
  tx: Tx,
  { activityId, userIds, at }: { activityId: string; userIds: string[]; at: Date },
): Promise<void> {
  if (userIds.length === 0) return
  const concerned = peopleOf(Prisma.sql`r.activity_id = ${activityId}::uuid AND r.state <> 'WITHDRAWN'`, at)
  const gone = await tx.$queryRaw<{ userId: string }[]>`
    SELECT gone AS "userId" FROM unnest(${userIds}::uuid[]) AS gone WHERE gone NOT IN (${concerned})`
  const ids = gone.map(({ userId }) => userId)
  await withdrawWaiting(tx, pageOf(activityId), ids)
  await tell(tx, { activityId, kind: 'INVITATION_ENDED', at, to: Prisma.sql`SELECT unnest(${ids}::uuid[])` })
}

/** Where each of the invited answers, or those of them who are named; nothing where mails wait and the administrator reads them. */
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
export async function tell(tx: Tx, whom: ToldWhom): Promise<number> {
  const { activityId, kind, reason = '', untilAt, at, to, links = [] } = whom
  const { startsAt, onlineUrl, params, activity } = await factsOf(tx, activityId)
  const until = untilAt ? { untilAt: untilAt.toISOString() } : {}
  const told = { ...params, ...until, place: params.place || onlineUrl, reason }
  const method = calendarMethodOf(kind)
  const calendar = method && { method, file: mailedCalendar(activity, method) }
  return notify(tx, { kind, params: told, href: pageOf(activityId), at, before: startsAt, to, links, calendar })
}

/**
 * Tells the groups of its alliances, who read it without signing in: where it is online, but not by which address. A group
 * cannot be told for some of its members only, so of what is not for all of them it is told nothing (ADR 069), except
 * that something it had read of before is cancelled.
 */
export async function tellAlliances(tx: Tx, { activityId, kind, reason = '', at }: Told): Promise<void> {
  const { startsAt, params, ...facts } = await factsOf(tx, activityId)
  const heard = kind === 'ACTIVITY_CANCELLED' ? await groupsThatHeard(tx, pageOf(activityId)) : []
  const allianceIds = (await isForSome(tx, activityId)) ? heard : facts.allianceIds
  const place = params.place || messagesOf('zh-CN').robots.online
  const told = { ...params, place, reason }
  await tellGroups(tx, { kind, params: told, href: pageOf(activityId), at, before: startsAt, allianceIds })
}

/** What waits to be said in the groups is not said when the audience has been narrowed meanwhile. */
export async function hushAlliances(tx: Tx, activityId: string): Promise<void> {
  if (await isForSome(tx, activityId)) await hushGroups(tx, pageOf(activityId))
}

/** Whether some firms, or some of those who represent them, are not invited. */
async function isForSome(tx: Tx, activityId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isForSome: boolean }[]>`
    SELECT ${isNarrow(Prisma.sql`${activityId}::uuid`)} OR EXISTS (SELECT FROM audience_rules k
      WHERE k.activity_id = ${activityId}::uuid AND cardinality(k.mandate_kinds) > 0) AS "isForSome"`
  return row?.isForSome ?? false
}

async function factsOf(tx: Tx, activityId: string) {
  const { alliances, ...activity } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { ...calendarSelect, alliances: { select: { allianceId: true } } },
  })
  const { title, startsAt, endsAt, place, onlineUrl } = activity
  const params = { title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place }
  return { activity, startsAt, onlineUrl, allianceIds: alliances.map(({ allianceId }) => allianceId), params }
}
