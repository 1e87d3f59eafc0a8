import { isMunicipal, type Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import type { CandidateOrder } from './rules'

const firmSelect = {
  id: true,
  name: true,
  sizeClass: true,
  employees: true,
  standardizationLevel: true,
  majorHazardLevel: true,
  supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
} satisfies Prisma.EnterpriseSelect

const candidateSelect = {
  joinedOn: true,
  enterprise: { select: firmSelect },
} satisfies Prisma.MembershipSelect

export type LeadCandidate = Omit<Prisma.MembershipGetPayload<{ select: typeof candidateSelect }>, 'joinedOn'> & {
  joinedOn: Day
}

export const candidatesMax = 20

type Order = Prisma.MembershipOrderByWithRelationInput

const last = (sort: 'asc' | 'desc') => ({ sort, nulls: 'last' }) as const

/** What comes first by each criterion; where two are alike, the other criteria decide. */
const orders: Record<CandidateOrder, Order> = {
  standardization: { enterprise: { standardizationLevel: last('asc') } },
  size: { enterprise: { sizeClass: last('asc') } },
  employees: { enterprise: { employees: last('desc') } },
  hazard: { enterprise: { majorHazardLevel: last('asc') } },
  joined: { joinedOn: 'asc' },
}

/** Today's members by what the notice names (三(一): 企业规模、安全管理水平), the likeliest first, for whoever decides. */
export async function listLeadCandidates(
  actor: Actor,
  allianceId: string,
  order: CandidateOrder = 'standardization',
): Promise<LeadCandidate[]> {
  if (!isMunicipal(actor)) return []
  const records = await db.membership.findMany({
    where: { allianceId, kind: 'MEMBER', leftOn: null, joinedOn: { lte: toDate(actor.today) } },
    select: candidateSelect,
    orderBy: [orders[order], orders.standardization, orders.size, orders.joined, { id: 'asc' }],
    take: candidatesMax,
  })
  return records.map(({ joinedOn, enterprise }) => ({ enterprise, joinedOn: fromDate(joinedOn) }))
}

const comparedSelect = (allianceId: string) =>
  ({
    kind: true,
    joinedOn: true,
    enterprise: {
      select: {
        ...firmSelect,
        businessKind: true,
        industryCode: true,
        standardizationValidTo: true,
        licences: { select: { validTo: true } },
        leadDecisions: { where: { allianceId }, select: { id: true } },
        ownedTopics: { where: { allianceYear: { allianceId }, state: { not: 'DROPPED' } }, select: { state: true } },
      },
    },
  }) satisfies Prisma.MembershipSelect

type ComparedRecord = Prisma.MembershipGetPayload<{ select: ReturnType<typeof comparedSelect> }>

/** A member by everything that the portal knows of the notice's criteria. */
export type ComparedLead = Omit<
  ComparedRecord['enterprise'],
  'licences' | 'standardizationValidTo' | 'leadDecisions' | 'ownedTopics'
> & {
  isLead: boolean
  joinedOn: Day
  standardizationValidTo: Day | null
  licences: { valid: number; expired: number; soonest: Day | null }
  timesLead: number
  topics: { done: number; all: number }
}

/** The named members beside each other, in the order in which they were named; others are left out. */
export async function listComparedLeads(actor: Actor, allianceId: string, ids: string[]): Promise<ComparedLead[]> {
  if (!isMunicipal(actor)) return []
  const records = await db.membership.findMany({
    where: { allianceId, leftOn: null, enterpriseId: { in: ids.filter(isId) } },
    select: comparedSelect(allianceId),
  })
  return records
    .map((record) => asCompared(record, actor.today))
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

function asCompared({ kind, joinedOn, enterprise }: ComparedRecord, today: Day): ComparedLead {
  const { licences, leadDecisions, ownedTopics, standardizationValidTo, ...firm } = enterprise
  const ends = licences.map(({ validTo }) => fromDateOrNull(validTo))
  const held = ends.filter((end) => end === null || end >= today)
  return {
    ...firm,
    isLead: kind === 'LEAD',
    joinedOn: fromDate(joinedOn),
    standardizationValidTo: fromDateOrNull(standardizationValidTo),
    licences: {
      valid: held.length,
      expired: ends.length - held.length,
      soonest: held.filter((end) => end !== null).toSorted()[0] ?? null,
    },
    timesLead: leadDecisions.length,
    topics: { done: ownedTopics.filter(({ state }) => state === 'DONE').length, all: ownedTopics.length },
  }
}

const recordSelect = {
  decidedOn: true,
  termEndsOn: true,
  reason: true,
  recusal: true,
  decidedBy: { select: { name: true } },
  enterprise: { select: { id: true, name: true } },
  membership: { select: { joinedOn: true, leftOn: true } },
} satisfies Prisma.LeadDecisionSelect

export type LeadRecord = Prisma.LeadDecisionGetPayload<{ select: typeof recordSelect }>

/** One decision on a lead, whole: who stepped aside is told to whoever decides. */
export const getLeadRecord = async (
  actor: Actor,
  allianceId: string,
  membershipId: string,
): Promise<LeadRecord | null> =>
  isMunicipal(actor) && isId(membershipId)
    ? db.leadDecision.findFirst({ where: { allianceId, membershipId }, select: recordSelect })
    : null
