import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { getAtDoor, getDoorActivity, type DoorActivity } from '@/lib/attendance/door-queries'
import { peopleAtTheDoor } from '@/lib/attendance/policy'
import { offeredStandings, type Standing } from '@/lib/attendance/rules'
import { standingsOf } from '@/lib/attendance/standing-queries'
import { attendedSelect, type AttendedActivity } from '@/lib/attendance/subject-queries'
import { dayOf } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { canImportRoster } from './policy'
import { nameKey } from './rules'

const rosterSubjectSelect = {
  id: true,
  fileName: true,
  activity: { select: attendedSelect },
} satisfies Prisma.RosterSelect

export type RosterSubject = Prisma.RosterGetPayload<{ select: typeof rosterSubjectSelect }>

export const rosterSubject = (
  tx: Tx,
  actor: Actor,
  { rosterId }: { rosterId: string },
): Promise<RosterSubject | null> =>
  tx.roster.findFirst({
    where: { AND: [{ id: rosterId }, { activity: visibleActivities(actor) }] },
    select: rosterSubjectSelect,
  })

const lineSelect = {
  id: true,
  name: true,
  joinedAt: true,
  leftAt: true,
  minutes: true,
  sittings: true,
  state: true,
  user: { select: { id: true, name: true } },
  roster: { select: rosterSubjectSelect },
} satisfies Prisma.RosterLineSelect

export type RosterLineSubject = Prisma.RosterLineGetPayload<{ select: typeof lineSelect }>

export const rosterLineSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<RosterLineSubject | null> =>
  tx.rosterLine.findFirst({
    where: { AND: [{ id }, { roster: { activity: visibleActivities(actor) } }] },
    select: lineSelect,
  })

/** Whom a name means: the people of the audience who have exactly this name, with the enterprises they may stand for. */
export type Candidate = { userId: string; name: string; standings: Standing[] }

/** Everybody of the audience by the names of some lines, in two statements however long the list is. */
export async function candidatesFor(
  client: Pick<Tx, 'user' | '$queryRaw'>,
  activity: AttendedActivity,
  names: string[],
): Promise<Map<string, Candidate[]>> {
  const allianceIds = activity.alliances.map(({ allianceId }) => allianceId)
  const keys = [...new Set(names.map(nameKey))]
  const users = await client.user.findMany({
    where: { AND: [{ name: { in: keys } }, peopleAtTheDoor(activity.id, allianceIds, dayOf(activity.startsAt))] },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  const ids = users.map(({ id }) => id)
  const standings = ids.length > 0 ? await standingsOf(client, activity, ids) : []
  const found = new Map<string, Candidate[]>()
  for (const { id, name } of users) {
    const own = offeredStandings(standings.filter(({ userId }) => userId === id))
    found.set(nameKey(name), [...(found.get(nameKey(name)) ?? []), { userId: id, name, standings: own }])
  }
  return found
}

/** Proposed is who alone has the name, for the one enterprise that they may stand for; everything else a person chooses. */
export function proposalOf(candidates: Candidate[] | undefined): Candidate | null {
  const [only, ...others] = candidates ?? []
  return only && others.length === 0 && only.standings.length === 1 ? only : null
}

export type RosterLine = Omit<RosterLineSubject, 'roster'> & { candidates: Candidate[]; proposal: Candidate | null }

export type RosterView = {
  id: string
  fileName: string
  activity: AttendedActivity
  unread: { number: number; text: string }[]
  lines: RosterLine[]
}

const { roster: _, ...shownSelect } = lineSelect

/** One list with what is proposed for each line, for whoever may confirm it; null for everybody else. */
export async function getRoster(actor: Actor, activityId: string, id: string): Promise<RosterView | null> {
  if (!isId(activityId) || !isId(id)) return null
  const roster = await db.roster.findFirst({
    where: { AND: [{ id, activityId }, { activity: visibleActivities(actor) }] },
    select: {
      ...rosterSubjectSelect,
      unread: true,
      lines: { select: shownSelect, orderBy: { position: 'asc' } },
    },
  })
  if (!roster || !canImportRoster(actor, roster.activity)) return null
  const open = roster.lines.filter(({ state }) => state === 'OPEN').map(({ name }) => name)
  const found = await candidatesFor(db, roster.activity, open)
  return {
    ...roster,
    unread: roster.unread as RosterView['unread'],
    lines: roster.lines.map((line) => {
      const candidates = found.get(nameKey(line.name)) ?? []
      return { ...line, candidates, proposal: line.state === 'OPEN' ? proposalOf(candidates) : null }
    }),
  }
}

export type RosterRow = { id: string; fileName: string; importedAt: Date; lines: number; open: number; by: string }

/** The activity and its lists, for whoever may import one; null for everybody else. */
export async function getRosters(
  actor: Actor,
  activityId: string,
): Promise<{ activity: DoorActivity; rosters: RosterRow[] } | null> {
  const activity = await getDoorActivity(actor, activityId)
  if (!activity || activity.state === 'DRAFT' || !canImportRoster(actor, activity)) return null
  const rows = await db.roster.findMany({
    where: { activityId },
    select: {
      id: true,
      fileName: true,
      importedAt: true,
      importedBy: { select: { name: true } },
      lines: { select: { state: true } },
    },
    orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
  })
  const rosters = rows.map(({ lines, importedBy, ...row }) => ({
    ...row,
    by: importedBy.name,
    lines: lines.length,
    open: lines.filter(({ state }) => state === 'OPEN').length,
  }))
  return { activity, rosters }
}

/** Whom a person chose by hand for a line, within what the door knows. */
export const getChosen = getAtDoor
