import { isMunicipal, type Actor } from '@/lib/access/actor'
import { dayOf, fromDate, fromDateOrNull, plusDays, toDate, yearOf, yearPeriod, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { AllianceYearState, Prisma, TopicState } from '@/lib/core/prisma/client'
import { asService, serviceSelect } from './coverage-queries'
import { uncovered } from './coverage-rules'
import { enterableAlliances, visibleAllianceYears, visibleMemberships } from './policy'
import { memberOn } from './queries'
import {
  daysOfYear,
  holdsOn,
  periodOf,
  standingDay,
  targetStanding,
  trainingStanding,
  type TargetStanding,
  type TrainingStanding,
} from './rules'

const boardSelect = (actor: Actor, year: number, day: Day) =>
  ({
    id: true,
    slug: true,
    name: true,
    nameEn: true,
    shortName: true,
    sortOrder: true,
    years: {
      where: { year },
      select: {
        id: true,
        state: true,
        meetingTarget: true,
        trainingMinimum: true,
        note: true,
        version: true,
        topics: { select: { state: true, updatedAt: true } },
      },
    },
    memberships: {
      where: { AND: [{ kind: 'LEAD' }, memberOn(day)] },
      select: {
        enterprise: { select: { id: true, name: true } },
        leadDecision: { select: { termEndsOn: true } },
      },
    },
    insurerAppointments: {
      where: coversPartOf(year),
      select: {
        ...serviceSelect,
        insurer: { select: { name: true, shortName: true } },
        deputy: { select: { name: true } },
      },
      orderBy: { startsOn: 'asc' },
    },
    _count: { select: { memberships: { where: { AND: [memberOn(day), visibleMemberships(actor)] } } } },
  }) satisfies Prisma.AllianceSelect

const coversPartOf = (year: number): Prisma.InsurerAppointmentWhereInput => {
  const { from, to } = daysOfYear(year)
  return { startsOn: { lt: toDate(to) }, OR: [{ endsOn: null }, { endsOn: { gt: toDate(from) } }] }
}

type BoardRecord = Prisma.AllianceGetPayload<{ select: ReturnType<typeof boardSelect> }>

/** An alliance in a chosen year, with every figure that the overview shows. */
export type AllianceOverview = {
  id: string
  slug: string
  name: string
  nameEn: string
  shortName: string
  sortOrder: number
  /** null: the year has not been opened. */
  year: {
    id: string
    state: AllianceYearState
    meetingTarget: number | null
    trainingMinimum: number
    note: string
    version: number
  } | null
  /** The day as of which lead, insurer and members are shown. */
  day: Day
  /** `termEndsOn` is the last day as decided. */
  lead: { id: string; name: string; termEndsOn: Day | null } | null
  /** `until` is the last day of the standing; null: open. */
  insurer: {
    name: string
    shortName: string
    coordinator: string
    deputy: string | null
    until: Day | null
  } | null
  /** Days of the year on which no named person is there. */
  gaps: { from: Day; to: Day; days: number }[]
  /** Members that the actor sees in the list: a jurisdiction counts its own. */
  members: number
  meetings: { held: number; standing: TargetStanding }
  trainings: { held: number; standing: TrainingStanding }
  topics: { state: TopicState; updatedOn: Day }[]
}

/** The alliances that the actor knows from within, in a year, in the notice's order. */
export async function listAllianceOverviews(actor: Actor, year: number): Promise<AllianceOverview[]> {
  const day = standingDay(year, actor.today)
  const [records, held] = await Promise.all([
    db.alliance.findMany({
      where: enterableAlliances(actor),
      select: boardSelect(actor, year, day),
      orderBy: { sortOrder: 'asc' },
    }),
    heldInYear(year, enterableAlliances(actor)),
  ])
  return records.map((record) => asOverview(record, held, { year, day, today: actor.today }))
}

export async function getAllianceOverview(actor: Actor, slug: string, year: number): Promise<AllianceOverview | null> {
  const day = standingDay(year, actor.today)
  const where = { AND: [{ slug }, enterableAlliances(actor)] }
  const [record, held] = await Promise.all([
    db.alliance.findFirst({ where, select: boardSelect(actor, year, day) }),
    heldInYear(year, where),
  ])
  return record && asOverview(record, held, { year, day, today: actor.today })
}

type Held = { hostAllianceId: string; kind: string; startsAt: Date }

/** What the alliances themselves held in a Beijing year: the two kinds that are counted against a number. */
const heldInYear = (year: number, hostAlliance: Prisma.AllianceWhereInput): Promise<Held[]> => {
  const { from, to } = yearPeriod(year)
  return db.activity.findMany({
    where: {
      hostAlliance,
      kind: { in: ['EXCHANGE_MEETING', 'TRAINING'] },
      state: { in: ['HELD', 'CLOSED'] },
      startsAt: { gte: from, lt: to },
    },
    select: { hostAllianceId: true, kind: true, startsAt: true },
  })
}

function asOverview(
  { years, memberships, insurerAppointments, _count, ...alliance }: BoardRecord,
  held: Held[],
  { year, day, today }: { year: number; day: Day; today: Day },
): AllianceOverview {
  const { topics = [], ...own } = years[0] ?? { topics: [] }
  const opened = 'id' in own ? own : null
  const [lead] = memberships
  const standing = insurerAppointments.find(({ startsOn, endsOn }) => holdsOn(periodOf(startsOn, endsOn), day))
  const heldOf = (kind: string) => held.filter((each) => each.hostAllianceId === alliance.id && each.kind === kind)
  const meetings = heldOf('EXCHANGE_MEETING').length
  const trainingDays = heldOf('TRAINING').map(({ startsAt }) => dayOf(startsAt))
  return {
    ...alliance,
    year: opened,
    day,
    lead: lead ? { ...lead.enterprise, termEndsOn: fromDateOrNull(lead.leadDecision?.termEndsOn ?? null) } : null,
    insurer: standing
      ? {
          ...standing.insurer,
          coordinator: standing.coordinator.name,
          deputy: standing.deputy?.name ?? null,
          until: standing.endsOn && plusDays(fromDate(standing.endsOn), -1),
        }
      : null,
    gaps: uncovered(insurerAppointments.map(asService), daysOfYear(year)),
    members: _count.memberships,
    meetings: { held: meetings, standing: targetStanding(meetings, opened?.meetingTarget ?? null, year, today) },
    trainings: {
      held: trainingDays.length,
      standing: trainingStanding(trainingDays, opened?.trainingMinimum ?? 1, year, today),
    },
    topics: topics.map(({ state, updatedAt }) => ({ state, updatedOn: dayOf(updatedAt) })),
  }
}

const allianceSelect = {
  id: true,
  slug: true,
  name: true,
  nameEn: true,
  shortName: true,
  sortOrder: true,
} satisfies Prisma.AllianceSelect

export type AllianceHead = Prisma.AllianceGetPayload<{ select: typeof allianceSelect }>

/** The gate of an alliance's pages in the portal. */
export const getAlliance = (actor: Actor, slug: string): Promise<AllianceHead | null> =>
  db.alliance.findFirst({ where: { AND: [{ slug }, enterableAlliances(actor)] }, select: allianceSelect })

/** The alliances for a choice, in the notice's order. */
export const listAlliances = (actor: Actor): Promise<AllianceHead[]> =>
  db.alliance.findMany({ where: enterableAlliances(actor), select: allianceSelect, orderBy: { sortOrder: 'asc' } })

/** The years that have been opened, latest first, with the present one always among them. */
export async function listYears(actor: Actor): Promise<number[]> {
  const rows = await db.allianceYear.findMany({
    where: visibleAllianceYears(actor),
    select: { year: true },
    distinct: ['year'],
  })
  const present = Number(actor.today.slice(0, 4))
  const years = new Set([present, ...rows.map(({ year }) => year)])
  if (isMunicipal(actor)) years.add(present + 1)
  return [...years].sort((a, b) => b - a)
}

/** For the form: the year as it stands, with its version. */
export const getAllianceYear = (actor: Actor, allianceId: string, year: number) =>
  db.allianceYear.findFirst({
    where: { AND: [{ allianceId, year }, visibleAllianceYears(actor)] },
    select: {
      id: true,
      year: true,
      state: true,
      meetingTarget: true,
      trainingMinimum: true,
      note: true,
      version: true,
    },
  })

export type YearLine = {
  id: string
  year: number
  state: AllianceYearState
  day: Day
  meetings: { held: number; target: number | null }
  trainings: { held: number; standing: TrainingStanding }
  topics: { done: number; all: number }
  members: number
}

/** The years of an alliance beside each other, latest first. */
export async function listYearLines(actor: Actor, allianceId: string): Promise<YearLine[]> {
  const [years, held, memberships] = await Promise.all([
    db.allianceYear.findMany({
      where: { AND: [{ allianceId }, visibleAllianceYears(actor)] },
      select: {
        id: true,
        year: true,
        state: true,
        meetingTarget: true,
        trainingMinimum: true,
        topics: { select: { state: true }, where: { state: { not: 'DROPPED' } } },
      },
      orderBy: { year: 'desc' },
    }),
    db.activity.findMany({
      where: {
        AND: [
          { hostAllianceId: allianceId, kind: { in: ['EXCHANGE_MEETING', 'TRAINING'] } },
          { state: { in: ['HELD', 'CLOSED'] }, hostAlliance: enterableAlliances(actor) },
        ],
      },
      select: { kind: true, startsAt: true },
    }),
    db.membership.findMany({
      where: { AND: [{ allianceId }, visibleMemberships(actor)] },
      select: { joinedOn: true, leftOn: true },
    }),
  ])
  const periods = memberships.map(({ joinedOn, leftOn }) => periodOf(joinedOn, leftOn))
  return years.map(({ topics, meetingTarget, trainingMinimum, ...own }) => {
    const day = standingDay(own.year, actor.today)
    const ofYear = held.filter(({ startsAt }) => yearOf(startsAt) === own.year)
    const trainingDays = ofYear.filter(({ kind }) => kind === 'TRAINING').map(({ startsAt }) => dayOf(startsAt))
    return {
      ...own,
      day,
      meetings: { held: ofYear.length - trainingDays.length, target: meetingTarget },
      trainings: {
        held: trainingDays.length,
        standing: trainingStanding(trainingDays, trainingMinimum, own.year, actor.today),
      },
      topics: { done: topics.filter(({ state }) => state === 'DONE').length, all: topics.length },
      members: periods.filter((period) => holdsOn(period, day)).length,
    }
  })
}
