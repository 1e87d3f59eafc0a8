import { checkIn, refuseUnlessAtDoor, type CheckedIn } from '@/lib/attendance/mutations'
import { checkInWindow } from '@/lib/attendance/rules'
import type { AttendedActivity } from '@/lib/attendance/subject-queries'
import type { Tx } from '@/lib/core/db'
import type { RosterLine } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { takesRosters } from './policy'
import { candidatesFor, proposalOf, type RosterSubject } from './queries'
import { nameKey } from './rules'
import type { ImportRosterInput } from './schema'

type By = { byId: string; at: Date }

/** Keeps a list that was read. The same file of the same activity is the list that is there already. */
export async function importRoster(
  tx: Tx,
  activity: AttendedActivity,
  { activityId, fileName, sha256, people, unread, byId, at }: ImportRosterInput & By,
): Promise<{ id: string; isNew: boolean }> {
  refuseUnless(takesRosters(activity, at), 'ROSTER_NOT_NOW')
  const { count } = await tx.roster.createMany({
    data: [{ activityId, fileName, sha256, unread, importedById: byId, importedAt: at }],
    skipDuplicates: true,
  })
  const { id } = await tx.roster.findUniqueOrThrow({
    where: { activityId_sha256: { activityId, sha256 } },
    select: { id: true },
  })
  if (count > 0)
    await tx.rosterLine.createMany({
      data: people.map((person, index) => ({ ...person, rosterId: id, position: index + 1 })),
    })
  return { id, isNew: count > 0 }
}

type Line = Pick<RosterLine, 'id' | 'joinedAt' | 'leftAt' | 'minutes'>

/**
 * Says whom a line means and writes down that they were there. The line is taken first, so that of two who press at once
 * one does it; who is recorded already (by the code, or by another list) stays recorded as they are.
 */
export async function confirmLine(
  tx: Tx,
  {
    line,
    activity,
    userId,
    enterpriseIds,
  }: {
    line: Line
    activity: AttendedActivity
    userId: string
    enterpriseIds: string[]
  },
  { byId, at }: By,
): Promise<CheckedIn & { person: string }> {
  refuseUnless(takesRosters(activity, at), 'ROSTER_NOT_NOW')
  const { name } = await refuseUnlessAtDoor(tx, activity, userId)
  const { count } = await tx.rosterLine.updateMany({
    where: { id: line.id, state: 'OPEN' },
    data: { state: 'CONFIRMED', userId, decidedById: byId, decidedAt: at },
  })
  refuseUnless(count === 1, 'ROSTER_LINE_DECIDED')
  const { opensAt, closesAt } = checkInWindow(activity)
  const within = (time: Date) => new Date(Math.min(Math.max(time.getTime(), opensAt.getTime()), closesAt.getTime()))
  const checkedIn = await checkIn(tx, {
    activity,
    userId,
    enterpriseIds,
    method: 'ONLINE_LIST',
    checkedInAt: within(line.joinedAt),
    checkedOutAt: within(line.leftAt),
    onlineMinutes: line.minutes,
    recordedById: byId,
  })
  return { ...checkedIn, person: name }
}

type Shown = { id: string; userId: string }

/**
 * Confirms the proposals that were shown, each of them only while it still is the proposal: somebody of the same name may
 * have got a mandate meanwhile. The lines that were confirmed.
 */
export async function confirmProposals(
  tx: Tx,
  { activity, id }: RosterSubject,
  shown: Shown[],
  by: By,
): Promise<{ lines: number; newIds: string[]; people: string[] }> {
  // One list is worked on by one press at a time.
  await tx.$queryRaw`SELECT id FROM rosters WHERE id = ${id}::uuid FOR UPDATE`
  const lines = await tx.rosterLine.findMany({
    where: { rosterId: id, state: 'OPEN', id: { in: shown.map((line) => line.id) } },
    select: { id: true, name: true, joinedAt: true, leftAt: true, minutes: true },
    orderBy: { position: 'asc' },
  })
  const found = await candidatesFor(
    tx,
    activity,
    lines.map(({ name }) => name),
  )
  const newIds: string[] = []
  const people: string[] = []
  for (const line of lines) {
    const proposal = proposalOf(found.get(nameKey(line.name)))
    const wasShown = shown.some(({ id: lineId, userId }) => lineId === line.id && userId === proposal?.userId)
    if (!proposal || !wasShown) continue
    const enterpriseIds = proposal.standings.map(({ enterpriseId }) => enterpriseId)
    const confirmed = await confirmLine(tx, { line, activity, userId: proposal.userId, enterpriseIds }, by)
    newIds.push(...confirmed.newIds)
    people.push(confirmed.person)
  }
  return { lines: people.length, newIds, people }
}

/** Nobody of the audience: the line stands in the list and is credited to nobody. False: that was said already. */
export async function setAside(tx: Tx, id: string, { byId, at }: By): Promise<boolean> {
  const { count } = await tx.rosterLine.updateMany({
    where: { id, state: 'OPEN' },
    data: { state: 'SET_ASIDE', decidedById: byId, decidedAt: at },
  })
  if (count > 0) return true
  const isAside = await tx.rosterLine.count({ where: { id, state: 'SET_ASIDE' } })
  if (isAside === 0) throw new Refusal('ROSTER_LINE_DECIDED')
  return false
}

/** Looks at a line again that was set aside. */
export async function takeUpAgain(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.rosterLine.updateMany({
    where: { id, state: 'SET_ASIDE' },
    data: { state: 'OPEN', decidedById: null, decidedAt: null },
  })
  return count > 0
}
