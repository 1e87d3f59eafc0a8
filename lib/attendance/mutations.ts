import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Activity, Attendance, Prisma } from '@/lib/core/prisma/client'
import type { AttendanceMethod, MandateKind } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { weighPresence } from '@/lib/presence/mutations'
import { peopleAtTheDoor } from './policy'
import { checkInBounds, checkInStanding, isWalkIn, offeredStandings, refusalOfStanding, undoMinutesMax } from './rules'
import type { Standing } from './rules'
import { standingsOf } from './standing-queries'

type DatedActivity = Pick<Activity, 'id' | 'state' | 'startsAt' | 'endsAt'>

/** Somebody's coming, before it is known for which of the enterprises and whether it counts. */
export type Coming = {
  activity: DatedActivity
  userId: string
  /** Chosen among those that `standingsOf` gives; none: the only one there is, or for nobody. */
  enterpriseIds: string[]
  method: AttendanceMethod
  /** When they came: for a scan the instant at which the code was seen. */
  checkedInAt: Date
  recordedById: string | null
  reason?: string
  deviceMark?: string | null
  /** Of somebody who is written down afterwards: when they left. */
  checkedOutAt?: Date | null
  onlineMinutes?: number | null
  /** The desk's name for the press. */
  deskKey?: string | null
}

export type Recorded = Pick<Attendance, 'id' | 'checkedInAt' | 'mandateKind' | 'enterpriseId'> & {
  enterprise: string | null
}

export type CheckedIn = { attendances: Recorded[]; newIds: string[] }

/**
 * Records that a person came, once for each enterprise, however often it is asked: a unique index decides, and whoever
 * comes second is given what the first one wrote.
 */
export async function checkIn(tx: Tx, coming: Coming): Promise<CheckedIn> {
  const standings = await standingsOf(tx, coming.activity, [coming.userId])
  const chosen = chooseStandings(standings, coming.enterpriseIds)
  const fresh = await insertAttendances(tx, coming, standings, chosen)
  const newIds = fresh.map(({ id }) => id)
  if (fresh.length === Math.max(1, chosen.length)) return { attendances: fresh, newIds }
  const attendances = await listRecorded(tx, coming, chosen)
  // Nothing new and nothing there: the activity was called off between the question and the answer, or is not open.
  if (attendances.length < Math.max(1, chosen.length)) throw new Refusal('CHECK_IN_NOT_HELD')
  return { attendances, newIds }
}

/** Refuses in words while checking in is not open. The insert says it again in its own `where`. */
export function refuseUnlessOpen(activity: DatedActivity, at: Date): void {
  const standing = checkInStanding(activity, at)
  if (standing !== 'OPEN') throw new Refusal(refusalOfStanding[standing])
}

/** The door desk lets in whom it can find, and nobody that an address names at random. */
export async function refuseUnlessAtDoor(
  tx: Tx,
  activity: DatedActivity & { alliances: { allianceId: string }[] },
  userId: string,
): Promise<{ name: string }> {
  const allianceIds = activity.alliances.map((one) => one.allianceId)
  const people = peopleAtTheDoor(activity.id, allianceIds, dayOf(activity.startsAt))
  const person = await tx.user.findFirst({ where: { AND: [{ id: userId }, people] }, select: { name: true } })
  if (!person) throw new Refusal('PERSON_NOT_AT_DOOR')
  return person
}

/** For the trail, of somebody who was found already. */
export const nameOf = async (tx: Tx, userId: string): Promise<string> =>
  (await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })).name

function chooseStandings(standings: Standing[], enterpriseIds: string[]): Standing[] {
  const offered = offeredStandings(standings)
  if (enterpriseIds.length === 0) {
    if (offered.length > 1) throw new Refusal('INVALID', { enterpriseIds: 'CHOOSE_ENTERPRISE' })
    return offered
  }
  const chosen = offered.filter((standing) => enterpriseIds.includes(standing.enterpriseId))
  if (chosen.length !== new Set(enterpriseIds).size) throw new Refusal('NOT_YOUR_ENTERPRISE')
  return chosen
}

async function insertAttendances(
  tx: Tx,
  coming: Coming,
  standings: Standing[],
  chosen: Standing[],
): Promise<Recorded[]> {
  const { activity, userId, method, checkedInAt, recordedById, reason = '', deviceMark = null, deskKey = null } = coming
  const { checkedOutAt = null, onlineMinutes = null } = coming
  const lines: Pick<Standing, 'enterpriseId' | 'registrationId' | 'mandateKind'>[] = chosen
  const column = <T>(pick: (line: (typeof lines)[number]) => T): (T | null)[] =>
    lines.length > 0 ? lines.map(pick) : [null]
  const { startsUntil, endsFrom } = checkInBounds(checkedInAt)
  const states = method === 'CORRECTION' ? ['PUBLISHED', 'HELD', 'CLOSED'] : ['PUBLISHED', 'HELD']

  const rows = await tx.$queryRaw<Omit<Recorded, 'enterprise'>[]>`
    INSERT INTO attendances (id, activity_id, user_id, enterprise_id, registration_id, mandate_kind, checked_in_at, method,
      is_walk_in, recorded_by_id, reason, device_mark, desk_key, checked_out_at, check_out_method, online_minutes)
    SELECT gen_random_uuid(), a.id, ${userId}::uuid, line.enterprise_id, line.registration_id, line.mandate_kind::"MandateKind",
      ${checkedInAt}, ${method}::"AttendanceMethod", ${isWalkIn(standings)}, ${recordedById}::uuid, ${reason}, ${deviceMark},
      ${deskKey}::uuid, ${checkedOutAt}::timestamptz, ${checkedOutAt && method}::"AttendanceMethod", ${onlineMinutes}::int
    FROM activities a, unnest(${column((line) => line.enterpriseId)}::uuid[], ${column((line) => line.registrationId)}::uuid[],
      ${column((line) => line.mandateKind)}::text[]) AS line (enterprise_id, registration_id, mandate_kind)
    WHERE a.id = ${activity.id}::uuid AND a.state::text = ANY(${states}) AND a.starts_at <= ${startsUntil} AND a.ends_at >= ${endsFrom}
    FOR KEY SHARE OF a
    ON CONFLICT DO NOTHING
    RETURNING id, checked_in_at AS "checkedInAt", mandate_kind AS "mandateKind", enterprise_id AS "enterpriseId"`
  const nameOf = new Map(chosen.map(({ enterpriseId, enterprise }) => [enterpriseId, enterprise]))
  return rows.map((row) => ({ ...row, enterprise: (row.enterpriseId && nameOf.get(row.enterpriseId)) ?? null }))
}

async function listRecorded(tx: Tx, { activity, userId }: Coming, chosen: Standing[]): Promise<Recorded[]> {
  const rows = await tx.attendance.findMany({
    where: {
      activityId: activity.id,
      userId,
      undoneAt: null,
      enterpriseId: chosen.length > 0 ? { in: chosen.map((standing) => standing.enterpriseId) } : null,
    },
    select: {
      id: true,
      checkedInAt: true,
      mandateKind: true,
      enterpriseId: true,
      enterprise: { select: { name: true } },
    },
    orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ enterprise, ...row }) => ({ ...row, enterprise: enterprise?.name ?? null }))
}

type Undoing = { activityId: string; userId: string; enterpriseIds: string[]; at: Date }

/** Takes back what the door desk did a moment ago; the ids that were taken back now. Twice is once. */
export async function undoCheckIn(tx: Tx, { activityId, userId, enterpriseIds, at }: Undoing): Promise<string[]> {
  const since = new Date(at.getTime() - undoMinutesMax * 60_000)
  const recent = {
    activityId,
    userId,
    enterpriseId: enterpriseIds.length > 0 ? { in: enterpriseIds } : null,
    method: 'DOOR_DESK',
    checkedInAt: { gte: since, lte: at },
  } satisfies Prisma.AttendanceWhereInput
  const undone = await tx.attendance.updateManyAndReturn({
    where: { ...recent, undoneAt: null },
    data: { undoneAt: at, version: { increment: 1 } },
    select: { id: true },
  })
  const wasUndone =
    undone.length > 0 || (await tx.attendance.count({ where: { ...recent, undoneAt: { not: null } } })) > 0
  refuseUnless(wasUndone, 'UNDO_TOO_LATE', { minutes: undoMinutesMax })
  return undone.map((attendance) => attendance.id)
}

type Correction = { id: string; version: number; reason: string; byId: string; at: Date }

/** Writes down that a recorded person came for another enterprise or at another time. */
export async function correctAttendance(
  tx: Tx,
  subject: Pick<Attendance, 'userId'> & { activity: DatedActivity },
  { id, version, reason, byId, at, enterpriseId, checkedInAt, checkedOutAt }: Correction & CorrectedFacts,
): Promise<{ mandateKind: MandateKind | null }> {
  refuseUnlessWithin(subject.activity, { checkedInAt, checkedOutAt }, at)
  const standings = await standingsOf(tx, subject.activity, [subject.userId])
  const standing = standings.find((candidate) => candidate.enterpriseId === enterpriseId)
  if (enterpriseId !== null && !standing) throw new Refusal('NOT_THEIR_ENTERPRISE', { enterpriseId: 'NOT_A_CHOICE' })
  const mandateKind = standing?.mandateKind ?? null

  const { count } = await tx.attendance.updateMany({
    where: { id, version, undoneAt: null },
    data: {
      enterpriseId,
      checkedInAt,
      mandateKind,
      checkedOutAt,
      checkOutMethod: checkedOutAt && 'CORRECTION',
      registrationId: standing?.registrationId ?? null,
      method: 'CORRECTION',
      recordedById: byId,
      reason,
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, 'CONFLICT')
  if (subject.activity.state === 'CLOSED') await weighPresence(tx, subject.activity.id, [id])
  return { mandateKind }
}

export type CorrectedFacts = Pick<Attendance, 'enterpriseId' | 'checkedInAt' | 'checkedOutAt'>

/** A time at which nobody could have checked in is a slip of the pen, and nobody has come at one that is still to be. */
export function refuseUnlessWithin(
  activity: DatedActivity,
  times: Pick<CorrectedFacts, 'checkedInAt' | 'checkedOutAt'>,
  at: Date,
): void {
  for (const field of ['checkedInAt', 'checkedOutAt'] as const) {
    const time = times[field]
    if (time === null) continue
    const isWithin = checkInStanding({ ...activity, state: 'HELD' }, time) === 'OPEN'
    if (!isWithin) throw new Refusal('INVALID', { [field]: 'OUTSIDE_CHECK_IN' })
    if (time > at) throw new Refusal('INVALID', { [field]: 'IN_THE_FUTURE' })
  }
}

/** Says of a recorded attendance that it was none. */
export async function strikeAttendance(tx: Tx, { id, version, reason, byId, at }: Correction): Promise<void> {
  const { count } = await tx.attendance.updateMany({
    where: { id, version, undoneAt: null },
    data: { undoneAt: at, recordedById: byId, reason, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
}
