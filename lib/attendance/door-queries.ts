import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { dayOf, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import type { AttendanceMethod, DeskAct, MandateKind, RegistrationState } from '@/lib/core/prisma/enums'
import { searchedTokens } from '@/lib/enterprises/search-rules'
import { doorStandings, doorWords, type DoorStanding, type DoorWord } from './door-rules'
import { peopleAtTheDoor } from './policy'
import { offeredStandings, undoMinutesMax, type Standing } from './rules'
import { doorSearchLengthMin } from './schema'
import { standingsOf } from './standing-queries'

const doorSelect = {
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
  alliances: { select: { allianceId: true } },
} satisfies Prisma.ActivitySelect

export type DoorActivity = Prisma.ActivityGetPayload<{ select: typeof doorSelect }>

/** The activity that a desk stands at; what the desk may do there is the policy's answer. */
export const getDoorActivity = async (actor: Actor, id: string): Promise<DoorActivity | null> =>
  isId(id) ? db.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: doorSelect }) : null

/** One enterprise that the person may have come for, and whether it is recorded. */
export type DoorLine = {
  enterpriseId: string | null
  enterprise: string | null
  mandateKind: MandateKind | null
  registered: RegistrationState | null
  isInAudience: boolean
  /** From the server an instant; in a desk's own list as the list's file has it, or as the desk's clock said. */
  checkedInAt: Date | string | number | null
  /** What was last pressed while the portal was silent, and has not been heard of yet. */
  queued?: DeskAct
  method: AttendanceMethod | null
  checkedOutAt: Date | string | number | null
  /** Done at a desk a moment ago: taken back without giving a reason. */
  canUndo: boolean
}

export type DoorPerson = { userId: string; name: string; standing: DoorStanding; lines: DoorLine[] }

export const doorPeopleMax = 20
const latestMax = 8

type Found = { people: DoorPerson[]; hasMore: boolean }

/** Whom the desk means, those who are registered first; in the same order before and after they have come. */
export async function findAtDoor(_actor: Actor, activity: DoorActivity, query: string): Promise<Found> {
  const words = doorWords(query)
  if ([...words.map(({ text }) => text).join('')].length < doorSearchLengthMin) return { people: [], hasMore: false }
  const day = dayOf(activity.startsAt)
  const allianceIds = activity.alliances.map(({ allianceId }) => allianceId)
  const meant = [
    peopleAtTheDoor(activity.id, allianceIds, day),
    ...words.map((word) => meantBy(word, activity.id, day)),
  ]
  const registered = { activityId: activity.id, state: { not: 'WITHDRAWN' } } satisfies Prisma.RegistrationWhereInput
  const read = (registrations: Prisma.RegistrationListRelationFilter) =>
    db.user.findMany({
      where: { AND: [...meant, { registrations }] },
      select: { id: true, name: true },
      orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
      take: doorPeopleMax + 1,
    })
  const [expected, others] = await Promise.all([read({ some: registered }), read({ none: registered })])
  const found = [...expected, ...others]
  const people = await asPeople(activity, found.slice(0, doorPeopleMax))
  const rank = ({ standing }: DoorPerson) => doorStandings.indexOf(standing)
  return { people: people.toSorted((one, other) => rank(one) - rank(other)), hasMore: found.length > doorPeopleMax }
}

/** A desk holds so many people for when the network drops; a larger hall searches while it has one. */
export const doorListMax = 3_000

export type ListedAtDoor = DoorPerson & { pinyin: string }

/** Whom the desk can find while it has no connection: whoever is registered first, then who else could come. */
export async function listForDoor(_actor: Actor, activity: DoorActivity): Promise<ListedAtDoor[]> {
  const allianceIds = activity.alliances.map(({ allianceId }) => allianceId)
  const known = peopleAtTheDoor(activity.id, allianceIds, dayOf(activity.startsAt))
  const registered = { activityId: activity.id, state: { not: 'WITHDRAWN' } } satisfies Prisma.RegistrationWhereInput
  const read = (registrations: Prisma.RegistrationListRelationFilter, take: number) =>
    db.user.findMany({
      where: { AND: [known, { registrations }] },
      select: { id: true, name: true, namePinyin: true },
      orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
      take,
    })
  const expected = await read({ some: registered }, doorListMax)
  const users = [...expected, ...(await read({ none: registered }, doorListMax - expected.length))]
  const pinyin = new Map(users.map(({ id, namePinyin }) => [id, namePinyin]))
  const people = await asPeople(activity, users)
  return people.map((person) => ({ ...person, pinyin: pinyin.get(person.userId) ?? '' }))
}

/** Who came last, the latest first: so that two desks see what the other one does. */
export async function listLatestArrivals(_actor: Actor, activity: DoorActivity): Promise<DoorPerson[]> {
  const latest = await db.attendance.groupBy({
    by: ['userId'],
    where: { activityId: activity.id, undoneAt: null },
    _max: { checkedInAt: true },
    orderBy: [{ _max: { checkedInAt: 'desc' } }, { userId: 'asc' }],
    take: latestMax,
  })
  const users = await db.user.findMany({
    where: { id: { in: latest.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  })
  const names = new Map(users.map((user) => [user.id, user]))
  return asPeople(
    activity,
    latest.flatMap(({ userId }) => names.get(userId) ?? []),
  )
}

/** One person at the door, for whoever writes down afterwards that they came; null where the door does not know them. */
export async function getAtDoor(_actor: Actor, activity: DoorActivity, userId: string): Promise<DoorPerson | null> {
  if (!isId(userId)) return null
  const allianceIds = activity.alliances.map(({ allianceId }) => allianceId)
  const known = peopleAtTheDoor(activity.id, allianceIds, dayOf(activity.startsAt))
  const user = await db.user.findFirst({
    where: { AND: [{ id: userId }, known] },
    select: { id: true, name: true },
  })
  return user && ((await asPeople(activity, [user]))[0] ?? null)
}

/** What was typed as it was typed: to LIKE `%`, `_` and `\` would mean something. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/** A person is meant by their name, its pinyin or initials, their enterprise, or the last digits of a number. */
function meantBy({ text, letters, digits }: DoorWord, activityId: string, day: Day): Prisma.UserWhereInput {
  return {
    OR: [
      { name: { contains: literally(text) } },
      ...(letters === null ? [] : byPinyin(letters)),
      ...(digits === null ? [] : [{ phone: { endsWith: digits } }]),
      ...ofEnterprise(enterpriseMeant(text, digits), activityId, day),
    ],
  }
}

/** `zhangwei zw`: from the start of either, and from the third letter on anywhere, so that a given name alone is found. */
const byPinyin = (letters: string): Prisma.UserWhereInput[] => [
  { namePinyin: { startsWith: letters } },
  { namePinyin: { contains: ` ${letters}` } },
  ...(letters.length > 2 ? [{ namePinyin: { contains: letters } }] : []),
]

function enterpriseMeant(text: string, digits: string | null): Prisma.EnterpriseWhereInput {
  if (digits !== null) return { OR: [{ creditCode: { endsWith: digits } }, { name: { contains: digits } }] }
  const words = searchedTokens(text) ?? []
  return { AND: words.map((ways) => ({ OR: ways.map((tokens) => ({ searchTokens: { hasEvery: tokens } })) })) }
}

function ofEnterprise(enterprise: Prisma.EnterpriseWhereInput, activityId: string, day: Day): Prisma.UserWhereInput[] {
  const on = toDate(day)
  const mandate = { enterprise, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] }
  const office = { enterprise, startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gt: on } }] }
  return [
    { mandates: { some: mandate } },
    { appointments: { some: office } },
    { registrations: { some: { activityId, state: { not: 'WITHDRAWN' }, enterprise } } },
  ]
}

/** Some people with all that the desk must know of them, in the order in which they are given. */
async function asPeople(activity: DoorActivity, users: { id: string; name: string }[]): Promise<DoorPerson[]> {
  const ids = users.map(({ id }) => id)
  if (ids.length === 0) return []
  const [standings, attendances] = await Promise.all([
    standingsOf(db, activity, ids),
    db.attendance.findMany({
      where: { activityId: activity.id, userId: { in: ids }, undoneAt: null },
      select: { userId: true, enterpriseId: true, checkedInAt: true, checkedOutAt: true, method: true },
    }),
  ])
  const since = new Date(now().getTime() - undoMinutesMax * 60_000)
  return users.map(({ id, name }) => {
    const came = attendances.filter(({ userId }) => userId === id)
    const offered = offeredStandings(standings.filter(({ userId }) => userId === id))
    const arrivalOf = (enterpriseId: string | null) => {
      const arrival = came.find((one) => one.enterpriseId === enterpriseId)
      const canUndo = arrival?.method === 'DOOR_DESK' && arrival.checkedInAt >= since
      return {
        checkedInAt: arrival?.checkedInAt ?? null,
        checkedOutAt: arrival?.checkedOutAt ?? null,
        method: arrival?.method ?? null,
        canUndo,
      }
    }
    const lines = offered.map((standing) => ({ ...lineOf(standing), ...arrivalOf(standing.enterpriseId) }))
    const forNobody = lines.length === 0 || came.some(({ enterpriseId }) => enterpriseId === null)
    return {
      userId: id,
      name,
      standing: standingAmong(offered),
      lines: forNobody ? [...lines, { ...nobody, ...arrivalOf(null) }] : lines,
    }
  })
}

const nobody = { enterpriseId: null, enterprise: null, mandateKind: null, registered: null, isInAudience: false }

const lineOf = (standing: Standing) => ({
  enterpriseId: standing.enterpriseId,
  enterprise: standing.enterprise,
  mandateKind: standing.mandateKind,
  registered: standing.registrationState,
  isInAudience: standing.isInAudience,
})

const standingAmong = (standings: Standing[]): DoorStanding =>
  doorStandings.find((state) => standings.some(({ registrationState }) => registrationState === state)) ?? 'WALK_IN'
