import type { Day } from '@/lib/core/clock'
import type { Attendance, Registration } from '@/lib/core/prisma/client'
import type { ActivityKind, AttendanceMethod, MandateKind } from '@/lib/core/prisma/enums'
import type { AllianceSlug } from '../nine-alliances'
import { allianceFacts, turnoutOfSize } from './alliance-facts'
import type { Planned } from './activities'
import { leaveReasons, minutesOf } from './activity-words'
import type { Firm } from './enterprises'
import type { Memberships } from './memberships'
import type { Reference } from '../reference'
import type { Delegate, People } from './people'
import type { Random } from './random'

/** What the table fills in by itself of a city in which nobody checked out. */
type Came = Omit<Attendance, 'checkedOutAt' | 'checkOutMethod' | 'onlineMinutes' | 'verdict' | 'isExcluded'>

export type Turnout = { registrations: Registration[]; attendances: Came[] }

type Context = {
  random: Random
  anchor: Day
  scale: number
  reference: Reference
  memberships: Memberships
  people: People
}

/** People at one of the smaller activities; meetings and trainings are open to all who want. */
const smallRound: Partial<Record<ActivityKind, number>> = {
  SITE_VISIT: 25,
  DISCUSSION: 40,
  EXPERIENCE_SHARING: 40,
  MUTUAL_INSPECTION: 8,
  EXCHANGE_VISIT: 8,
  EXPERT_GUIDANCE: 8,
}

const methods: readonly (readonly [AttendanceMethod, number])[] = [
  ['CODE_SCANNED', 70],
  ['CODE_TYPED', 8],
  ['DOOR_DESK', 20],
  ['CORRECTION', 2],
]

/** How many people an enterprise sends. */
const trainingParties = [
  [1, 55],
  [2, 35],
  [3, 10],
] as const
const otherParties = [
  [1, 85],
  [2, 15],
  [3, 0],
] as const

const minute = 60_000

/** Whether a mandate holds on a day; both its days count. */
const holdsOn = ({ validFrom, validTo }: Delegate, day: Day) => validFrom <= day && (validTo === null || validTo >= day)

/** The kind of mandate under which somebody comes on a day, as check-in finds it; null: none holds. */
function mandateOn(delegates: Delegate[], userId: string, day: Day): MandateKind | null {
  const kinds = delegates.filter((each) => each.userId === userId && holdsOn(each, day)).map(({ kind }) => kind)
  if (kinds.includes('PRINCIPAL')) return 'PRINCIPAL'
  return kinds.length > 0 ? 'DESIGNATED' : null
}

/** Who registered, took leave, came or only walked in, activity by activity. Fills in places and minutes on the way. */
export function planTurnout(context: Context, activities: Planned[]): Turnout {
  const turnout: Turnout = { registrations: [], attendances: [] }
  for (const activity of activities) {
    if (activity.row.state === 'DRAFT') continue
    const before = turnout.attendances.length
    const guests = invited(context, activity)
    const taken = new Set<string>()
    const share = shareOf(context, activity, guests.length)
    for (const firm of guests) answer(context, activity, firm, share, taken, turnout)
    if (activity.row.state === 'CLOSED') {
      const [host] = activity.audience
      const present = turnout.attendances.length - before
      if (host) activity.row.minutes = minutesOf(context.random, { kind: activity.row.kind, slug: host }, present)
    }
  }
  return turnout
}

/** Members of the audience on the day, each once, in an order by chance: the first to ask get the places. */
function invited({ random, anchor, memberships }: Context, { audience, day }: Planned): Firm[] {
  const until = day < anchor ? day : anchor
  const members = audience.flatMap((slug) => memberships.membersOn(slug, until))
  return random.shuffled([...new Map(members.map((firm) => [firm.row.id, firm])).values()])
}

/** How much more or less readily than to a meeting people come to this one. */
function shareOf({ scale }: Context, { row, audience }: Planned, invitedCount: number): number {
  const [host] = audience as [AllianceSlug]
  const { turnout } = allianceFacts[host]
  const people = smallRound[row.kind]
  if (people === undefined) return row.kind === 'TRAINING' ? turnout * 1.15 : turnout * 1.05
  return Math.min(0.35, (people * Math.max(1, scale)) / Math.max(1, invitedCount)) / 0.5
}

function answer(context: Context, activity: Planned, firm: Firm, share: number, taken: Set<string>, turnout: Turnout) {
  const { random, anchor } = context
  const isPast = activity.day < anchor && activity.row.state !== 'CANCELLED'
  const wants = firm.zeal.comes && random.chance(Math.min(0.97, turnoutOfSize[firm.size] * firm.zeal.factor * share))
  const isKnown = firm.part === 'member' && activity.day >= anchor && activity.filled > 0
  if (!wants && !isKnown) return void (share > 0.5 && decline(context, activity, firm, taken, turnout))
  if (!isPast && !isKnown && !random.chance(activity.filled)) return

  const party = partyOf(context, activity, firm, taken)
  const walksIn = isPast && random.chance(0.05)
  for (const person of party) {
    taken.add(person.userId)
    const registration = walksIn ? null : register(context, activity, firm, person, turnout)
    if (isPast && (walksIn || registration?.state === 'PLACED'))
      checkIn(context, activity, firm, person, registration, turnout)
  }
}

/** Those who registered and did not come: most asked for leave, some withdrew, a few were just missing. */
function decline(context: Context, activity: Planned, firm: Firm, taken: Set<string>, turnout: Turnout): void {
  const { random } = context
  const draw = random.next()
  if (draw > 0.12) return
  const [person] = partyOf(context, activity, firm, taken)
  if (!person) return
  const registration = register(context, activity, firm, person, turnout)
  const leaveState = draw < 0.085 ? 'ON_LEAVE' : 'WITHDRAWN'
  taken.add(person.userId)
  if (draw > 0.105 && firm.zeal.comes) return
  if (registration.state === 'PLACED') activity.row.placesTaken -= 1
  registration.state = leaveState
  registration.allianceId = null
  if (leaveState === 'ON_LEAVE') {
    registration.leaveReason = random.pick(leaveReasons)
    if (random.chance(0.3)) registration.userId = null
  }
}

/** The people whom an enterprise sends: the principal in about one party of four. */
function partyOf({ random, people }: Context, { row, day }: Planned, firm: Firm, taken: Set<string>): Delegate[] {
  const free = people.delegatesOf(firm.row.id).filter(({ userId, validFrom }) => !taken.has(userId) && validFrom <= day)
  const valid = free.filter((delegate) => holdsOn(delegate, day))
  // Now and then somebody comes whose mandate is over: recorded, and it does not count.
  const lapsed = free.filter((delegate) => !holdsOn(delegate, day))
  if (lapsed.length > 0 && random.chance(0.25)) return lapsed.slice(0, 1)
  const principals = valid.filter(({ kind }) => kind === 'PRINCIPAL')
  const designated = random.shuffled(valid.filter(({ kind }) => kind === 'DESIGNATED'))
  const size = random.weighted(row.kind === 'TRAINING' ? trainingParties : otherParties)
  const leadsParty = random.chance(0.24)
  const party = leadsParty ? [...principals, ...designated] : designated
  return (party.length > 0 ? party : principals).slice(0, size)
}

/** The alliance through which an enterprise comes: its own if that is invited, else the host. */
const throughOf = ({ audience }: Planned, { slug }: Firm): AllianceSlug =>
  audience.includes(slug) ? slug : (audience as [AllianceSlug])[0]

function register(
  { random, anchor, people, reference }: Context,
  activity: Planned,
  firm: Firm,
  person: Delegate,
  turnout: Turnout,
) {
  const { row } = activity
  const isFull = row.capacity !== null && row.placesTaken >= row.capacity
  const opens = row.registrationOpensAt.getTime()
  const latest = Math.min(row.registrationClosesAt.getTime(), new Date(`${anchor}T00:00:00+08:00`).getTime())
  const span = Math.max(minute, latest - opens)
  const queuedAt = new Date(opens + Math.floor(random.next() * 0.98 * span))
  const sender = people.delegatesOf(firm.row.id).find(({ kind }) => kind === 'DESIGNATED') ?? person
  const registration: Registration = {
    id: random.uuid(),
    activityId: row.id,
    enterpriseId: firm.row.id,
    userId: person.userId,
    state: isFull ? 'WAITING' : 'PLACED',
    leaveReason: '',
    allianceId: isFull ? null : reference.allianceId(throughOf(activity, firm)),
    offeredUntil: null,
    queuedAt,
    createdById: sender.userId,
    createdAt: queuedAt,
    updatedAt: queuedAt,
  }
  if (!isFull) row.placesTaken += 1
  turnout.registrations.push(registration)
  return registration
}

function checkIn(
  { random, people }: Context,
  { row, day }: Planned,
  firm: Firm,
  { userId }: Delegate,
  registration: Registration | null,
  turnout: Turnout,
): void {
  const method = random.weighted(methods)
  const late = random.chance(0.1) ? random.between(1, 30) : -random.between(0, 40)
  const checkedInAt = new Date(row.startsAt.getTime() + late * minute + random.between(0, 59) * 1_000)
  const byDesk = method === 'DOOR_DESK' || method === 'CORRECTION'
  turnout.attendances.push({
    id: random.uuid(),
    activityId: row.id,
    userId,
    enterpriseId: firm.row.id,
    registrationId: registration?.id ?? null,
    checkedInAt,
    method,
    isWalkIn: registration === null,
    mandateKind: mandateOn(people.delegatesOf(firm.row.id), userId, day),
    recordedById: byDesk ? row.createdById : null,
    reason: method === 'CORRECTION' ? '手机无法扫码，经现场核实补签' : '',
    deviceMark: null,
    deskKey: null,
    undoneAt: random.chance(0.004) ? new Date(checkedInAt.getTime() + 4_000) : null,
    version: 1,
  })
}
