import { isMunicipal, type Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, holdingOn, plusDays, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { asService, serviceSelect } from './coverage-queries'
import type { Service } from './coverage-rules'
import { enterableAlliances, visibleInsurerAppointments, visibleMemberships } from './policy'
import { daysOfYear, holdsOn, periodOf } from './rules'

const leadSelect = {
  id: true,
  joinedOn: true,
  leftOn: true,
  leaveReason: true,
  enterprise: { select: { id: true, name: true } },
  leadDecision: {
    select: { decidedOn: true, termEndsOn: true, reason: true, decidedBy: { select: { name: true } } },
  },
} satisfies Prisma.MembershipSelect

export type LeadPeriod = {
  membershipId: string
  enterprise: { id: string; name: string }
  from: Day
  leftOn: Day | null
  endReason: string
  decision: { decidedOn: Day; termEndsOn: Day | null; reason: string; decidedBy: string } | null
}

/** Every lead that an alliance has had, latest first, each with its decision where there is one. */
export async function listLeadPeriods(actor: Actor, allianceId: string): Promise<LeadPeriod[]> {
  const records = await db.membership.findMany({
    where: { AND: [{ allianceId, kind: 'LEAD' }, { alliance: enterableAlliances(actor) }] },
    select: leadSelect,
    orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }],
  })
  return records
    .filter(({ joinedOn, leftOn }) => leftOn === null || leftOn > joinedOn)
    .map(({ id, enterprise, joinedOn, leftOn, leaveReason, leadDecision }) => ({
      membershipId: id,
      enterprise,
      from: fromDate(joinedOn),
      leftOn: fromDateOrNull(leftOn),
      endReason: leaveReason,
      decision: leadDecision && {
        decidedOn: fromDate(leadDecision.decidedOn),
        termEndsOn: fromDateOrNull(leadDecision.termEndsOn),
        reason: leadDecision.reason,
        decidedBy: leadDecision.decidedBy.name,
      },
    }))
}

/** The lead of a day among all leads. */
export const currentLead = (periods: LeadPeriod[], day: Day): LeadPeriod | null =>
  periods.find(({ from, leftOn }) => holdsOn({ from, to: leftOn }, day)) ?? null

const candidateSelect = {
  joinedOn: true,
  enterprise: {
    select: {
      id: true,
      name: true,
      sizeClass: true,
      standardizationLevel: true,
      majorHazardLevel: true,
      supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
    },
  },
} satisfies Prisma.MembershipSelect

export type LeadCandidate = Omit<Prisma.MembershipGetPayload<{ select: typeof candidateSelect }>, 'joinedOn'> & {
  joinedOn: Day
}

export const candidatesMax = 20

/** Today's members by what the notice names (三(一): 企业规模、安全管理水平), the likeliest first, for whoever decides. */
export async function listLeadCandidates(actor: Actor, allianceId: string): Promise<LeadCandidate[]> {
  if (!isMunicipal(actor)) return []
  const records = await db.membership.findMany({
    where: { AND: [{ allianceId, kind: 'MEMBER', leftOn: null, joinedOn: { lte: toDate(actor.today) } }] },
    select: candidateSelect,
    orderBy: [
      { enterprise: { standardizationLevel: { sort: 'asc', nulls: 'last' } } },
      { enterprise: { sizeClass: { sort: 'asc', nulls: 'last' } } },
      { joinedOn: 'asc' },
      { id: 'asc' },
    ],
    take: candidatesMax,
  })
  return records.map(({ joinedOn, enterprise }) => ({ enterprise, joinedOn: fromDate(joinedOn) }))
}

/** All members that could lead from today on, for the choice in the form. */
export async function listLeadChoices(actor: Actor, allianceId: string): Promise<{ id: string; name: string }[]> {
  if (!isMunicipal(actor)) return []
  const records = await db.membership.findMany({
    where: { allianceId, leftOn: null },
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  return records.map(({ enterprise }) => enterprise)
}

export type MembershipMove = { id: string; on: Day; name: string; enterpriseId: string; reason: string }

/**
 * Who came and who went in a year, within what the actor sees. A row that another one of the same enterprise continues
 * on the very day (a member that became lead) is neither.
 */
export async function listMoves(
  actor: Actor,
  allianceId: string,
  year: number,
): Promise<{ joined: MembershipMove[]; left: MembershipMove[] }> {
  const { from, to } = daysOfYear(year)
  const within = { gte: toDate(from), lt: toDate(to) }
  const records = await db.membership.findMany({
    where: {
      AND: [{ allianceId, OR: [{ joinedOn: within }, { leftOn: within }] }, visibleMemberships(actor)],
    },
    select: {
      id: true,
      joinedOn: true,
      leftOn: true,
      joinReason: true,
      leaveReason: true,
      enterprise: { select: { id: true, name: true } },
    },
    orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }],
  })
  const starts = new Set(records.map(({ enterprise, joinedOn }) => `${enterprise.id} ${fromDate(joinedOn)}`))
  const ends = new Set(
    records.flatMap(({ enterprise, leftOn }) => (leftOn ? [`${enterprise.id} ${fromDate(leftOn)}`] : [])),
  )
  const isIn = (day: Day) => day >= from && day < to
  const move = (record: (typeof records)[number], on: Day, reason: string): MembershipMove => ({
    id: record.id,
    on,
    name: record.enterprise.name,
    enterpriseId: record.enterprise.id,
    reason,
  })
  const real = records.filter(({ joinedOn, leftOn }) => leftOn === null || leftOn > joinedOn)
  return {
    joined: real.flatMap((record) => {
      const on = fromDate(record.joinedOn)
      return isIn(on) && !ends.has(`${record.enterprise.id} ${on}`) ? [move(record, on, record.joinReason)] : []
    }),
    left: real.flatMap((record) => {
      const on = fromDateOrNull(record.leftOn)
      return on && isIn(on) && !starts.has(`${record.enterprise.id} ${on}`)
        ? [move(record, on, record.leaveReason)]
        : []
    }),
  }
}

export type InsurerPeriod = {
  id: string
  insurer: { id: string; name: string }
  coordinator: { id: string; name: string }
  deputy: { id: string; name: string } | null
  from: Day
  /** Inclusive, as contracts say it; null: open. */
  lastDay: Day | null
  reason: string
  isCurrent: boolean
  service: Service
}

const insurerPeriodSelect = {
  ...serviceSelect,
  id: true,
  reason: true,
  insurer: { select: { id: true, name: true } },
  deputy: { select: { id: true, name: true } },
} satisfies Prisma.InsurerAppointmentSelect

/** Every standing of an insurer at an alliance, latest first. */
export async function listInsurerPeriods(actor: Actor, allianceId: string): Promise<InsurerPeriod[]> {
  const rows = await db.insurerAppointment.findMany({
    where: { AND: [{ allianceId }, visibleInsurerAppointments(actor)] },
    select: insurerPeriodSelect,
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => {
    const { id, reason, insurer, coordinator, deputy, startsOn, endsOn } = row
    return {
      ...{ id, reason, insurer, deputy, coordinator: { id: coordinator.id, name: coordinator.name } },
      from: fromDate(startsOn),
      lastDay: endsOn ? plusDays(fromDate(endsOn), -1) : null,
      isCurrent: holdsOn(periodOf(startsOn, endsOn), actor.today),
      service: asService(row),
    }
  })
}

export const getInsurerPeriod = async (actor: Actor, allianceId: string, id: string): Promise<InsurerPeriod | null> =>
  (await listInsurerPeriods(actor, allianceId)).find((period) => period.id === id) ?? null

/** The insurers with the people who may serve an alliance today, for the appointment form. */
export async function listInsurerChoices(
  actor: Actor,
): Promise<{ id: string; name: string; people: { id: string; name: string }[] }[]> {
  if (!isMunicipal(actor)) return []
  const rows = await db.insurer.findMany({
    select: {
      id: true,
      name: true,
      appointments: {
        where: {
          ...holdingOn(actor.today),
          user: { disabledAt: null },
        },
        select: { user: { select: { id: true, name: true } } },
        orderBy: [{ user: { namePinyin: 'asc' } }, { userId: 'asc' }],
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, appointments }) => ({ id, name, people: appointments.map(({ user }) => user) }))
}
