import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { searchedTokens } from '@/lib/enterprises/search-rules'
import { visibleRegistrations } from '@/lib/registrations/policy'
import { doorWords } from './door-rules'
import * as rules from './list-rules'
import type { AttendanceFilter, AttendanceLine, AttendanceTally } from './list-rules'
import { canCorrectAttendance, listedActivities, visibleAttendances } from './policy'
import { standingsOf } from './standing-queries'

const listedSelect = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  place: true,
  mode: true,
  checksOut: true,
  presenceShareMin: true,
  hostAllianceId: true,
  hostAlliance: { select: { name: true, nameEn: true } },
} satisfies Prisma.ActivitySelect

export type ListedActivity = Prisma.ActivityGetPayload<{ select: typeof listedSelect }>

/** The activity whose attendance list is read; null where it is absent or its list is not for this actor. */
export const getListedActivity = async (actor: Actor, id: string): Promise<ListedActivity | null> =>
  isId(id)
    ? db.activity.findFirst({
        where: { AND: [{ id }, visibleActivities(actor), listedActivities(actor)] },
        select: listedSelect,
      })
    : null

const personSelect = { select: { id: true, name: true, namePinyin: true } }
const firmSelect = { select: { id: true, name: true } }

const placeSelect = {
  id: true,
  state: true,
  leaveReason: true,
  user: personSelect,
  enterprise: firmSelect,
} satisfies Prisma.RegistrationSelect

const attendanceSelect = {
  id: true,
  registrationId: true,
  user: personSelect,
  enterprise: firmSelect,
  checkedInAt: true,
  method: true,
  mandateKind: true,
  checkedOutAt: true,
  onlineMinutes: true,
  verdict: true,
  isExcluded: true,
  recordedBy: { select: { name: true } },
  reason: true,
  undoneAt: true,
} satisfies Prisma.AttendanceSelect

const placesOf = (actor: Actor, { id }: ListedActivity) =>
  ({ AND: [{ activityId: id }, visibleRegistrations(actor)] }) satisfies Prisma.RegistrationWhereInput

function attendancesOf(actor: Actor, activity: ListedActivity): Prisma.AttendanceWhereInput {
  const seesStruck = canCorrectAttendance(actor, activity)
  return { AND: [{ activityId: activity.id }, seesStruck ? {} : { undoneAt: null }, visibleAttendances(actor)] }
}

/**
 * Everything of one activity that the actor sees, merged. Read whole: one activity has some hundred lines, and figures,
 * list and export cannot differ when they are cut from the same ones.
 */
async function allLines(actor: Actor, activity: ListedActivity): Promise<AttendanceLine[]> {
  const [places, attendances] = await Promise.all([
    db.registration.findMany({ where: placesOf(actor, activity), select: placeSelect }),
    db.attendance.findMany({ where: attendancesOf(actor, activity), select: attendanceSelect }),
  ])
  return rules.attendanceLines(places, attendances, { ...activity, at: now() })
}

/** A line is found by its person's name or pinyin, or by its enterprise as the registry finds it. */
async function matcherOf(activityId: string, q: string | null): Promise<(line: AttendanceLine) => boolean> {
  const tokens = q === null ? null : searchedTokens(q)
  if (q === null || !tokens) return () => true
  const firms = await db.enterprise.findMany({
    where: {
      AND: [
        { OR: [{ registrations: { some: { activityId } } }, { attendances: { some: { activityId } } }] },
        ...tokens.map((ways) => ({ OR: ways.map((way) => ({ searchTokens: { hasEvery: way } })) })),
      ],
    },
    select: { id: true },
  })
  const found = new Set(firms.map(({ id }) => id))
  const words = doorWords(q)
  return ({ person, pinyin, enterpriseId }) =>
    (enterpriseId !== null && found.has(enterpriseId)) ||
    words.every(({ text, letters }) => person?.includes(text) || (letters !== null && pinyin.includes(letters)))
}

type Sorted = { lines: (AttendanceLine & { key: string })[]; tally: AttendanceTally }

async function sortedLines(actor: Actor, activity: ListedActivity, filter: AttendanceFilter): Promise<Sorted> {
  const [all, matches] = await Promise.all([allLines(actor, activity), matcherOf(activity.id, filter.q)])
  const lines = all
    .filter((line) => rules.isListed(line, filter) && matches(line))
    .map((line) => ({ ...line, key: rules.sortKeyOf(line, filter.sort.key) }))
    .toSorted(rules.comparePlaces)
  return { lines: filter.sort.isFalling ? lines.reverse() : lines, tally: rules.tallyOf(all) }
}

export type AttendancePage = Page<AttendanceLine> & { total: number; tally: AttendanceTally }

/** One page of the list, with the total of the filter and the figures of the whole activity. */
export async function listAttendance(
  actor: Actor,
  activity: ListedActivity,
  filter: AttendanceFilter,
  position?: string,
): Promise<AttendancePage> {
  const { lines, tally } = await sortedLines(actor, activity, filter)
  const cursor = decodeCursor(position)
  const isBackwards = cursor?.direction === 'before'
  const read = isBackwards ? lines.toReversed() : lines
  const sign = filter.sort.isFalling === isBackwards ? 1 : -1
  const from = cursor && { key: String(cursor.value ?? ''), id: cursor.id }
  const beyond = from ? read.filter((line) => rules.comparePlaces(line, from) * sign > 0) : read
  const page = cutPage(beyond.slice(0, pageSize + 1), cursor, ({ key }) => key)
  return { ...page, total: lines.length, tally }
}

/** The whole filtered list: for the export, and for the sheet of paper at the door. */
export const listAllAttendance = async (
  actor: Actor,
  activity: ListedActivity,
  filter: AttendanceFilter,
): Promise<AttendanceLine[]> => (await sortedLines(actor, activity, filter)).lines

const nameless = { name: '', namePinyin: '' }
const idsOnly = { userId: true, enterpriseId: true }

/** The figures alone: of the same lines, without the names, which are most of the work of reading them. */
export async function tallyAttendance(actor: Actor, activity: ListedActivity): Promise<AttendanceTally> {
  const [places, attendances] = await Promise.all([
    db.registration.findMany({
      where: placesOf(actor, activity),
      select: { ...placeSelect, ...idsOnly, user: false, enterprise: false },
    }),
    db.attendance.findMany({
      where: attendancesOf(actor, activity),
      select: { ...attendanceSelect, ...idsOnly, user: false, enterprise: false, recordedBy: false },
    }),
  ])
  const lines = rules.attendanceLines(
    places.map(({ userId, enterpriseId, ...place }) => ({
      ...place,
      user: userId === null ? null : { id: userId, ...nameless },
      enterprise: { id: enterpriseId, ...nameless },
    })),
    attendances.map(({ userId, enterpriseId, ...attendance }) => ({
      ...attendance,
      user: { id: userId, ...nameless },
      enterprise: enterpriseId === null ? null : { id: enterpriseId, ...nameless },
      recordedBy: null,
    })),
    { ...activity, at: now() },
  )
  return rules.tallyOf(lines)
}

/** Who holds a place, with the mandate that holds on the day also for those who have not come yet: the sheet of paper. */
export async function listExpected(actor: Actor, activity: ListedActivity): Promise<AttendanceLine[]> {
  const lines = await listAllAttendance(
    actor,
    activity,
    rules.attendanceFilterOf((name) => expected[name]),
  )
  const standings = await standingsOf(db, activity, [...new Set(lines.flatMap(({ userId }) => userId ?? []))])
  const kinds = new Map(standings.map((one) => [`${one.userId} ${one.enterpriseId}`, one.mandateKind]))
  return lines.map((line) => ({
    ...line,
    mandateKind: line.mandateKind ?? kinds.get(`${line.userId} ${line.enterpriseId}`) ?? null,
  }))
}

const expected: Partial<Record<string, string>> = { placed: 'yes' }
