import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { endMembership, memberFacts, openEnterprise, refuseDayBefore } from './membership-mutations'
import type { AppointLeadInput } from './schema'
import type { AllianceSubject, MembershipSubject } from './subject-queries'

const standingSelect = {
  id: true,
  kind: true,
  joinedOn: true,
  enterprise: { select: { id: true, name: true } },
} as const

type Decided = Omit<AppointLeadInput, 'allianceId' | 'recusal'> & {
  recusal?: string
  decidedById: string
  decidedOn: Day
}

/**
 * Makes a member the lead company (三(一): 综合企业规模、安全管理水平等因素): its MEMBER row ends and a LEAD row with its
 * decision begins on the same day; the predecessor becomes a member again. Naming the lead itself renews its term.
 */
export async function appointLead(
  tx: Tx,
  alliance: AllianceSubject,
  { enterpriseId, startsOn, termEndsOn, reason, recusal = '', decidedById, decidedOn }: Decided,
): Promise<Outcome<{ membershipId: string }>> {
  const enterprise = await openEnterprise(tx, enterpriseId, startsOn)
  const own = await tx.membership.findFirst({
    where: { allianceId: alliance.id, enterpriseId, leftOn: null },
    select: standingSelect,
  })
  if (!own) throw new Refusal('LEAD_MUST_BE_A_MEMBER', { enterpriseId: 'NOT_A_CHOICE' }, { name: enterprise.name })
  refuseDayBefore(own.joinedOn, startsOn, 'startsOn')
  const previous = await makeRoom(tx, alliance.id, enterpriseId, startsOn)

  await endMembership(tx, own.id, startsOn, '')
  const { id } = await tx.membership.create({
    data: { allianceId: alliance.id, enterpriseId, kind: 'LEAD', joinedOn: toDate(startsOn), joinReason: reason },
    select: { id: true },
  })
  await tx.leadDecision.create({
    data: {
      allianceId: alliance.id,
      enterpriseId,
      membershipId: id,
      decidedOn: toDate(decidedOn),
      termEndsOn: termEndsOn ? toDate(termEndsOn) : null,
      reason,
      recusal,
      decidedById,
    },
  })
  const changes: Changes = {
    lead: [previous, enterprise.name],
    startsOn: [null, startsOn],
    termEndsOn: [null, termEndsOn],
    reason: [null, reason],
    ...(recusal && { recusal: [null, recusal] }),
  }
  return { data: { membershipId: id }, record: memberFacts(alliance, changes) }
}

/** Ends the lead that stands in the way and makes it a member again; answers its name. */
async function makeRoom(tx: Tx, allianceId: string, successorId: string, startsOn: Day): Promise<string | null> {
  const lead = await tx.membership.findFirst({
    where: { allianceId, kind: 'LEAD', leftOn: null },
    select: standingSelect,
  })
  if (!lead) return null
  const since = fromDate(lead.joinedOn)
  if (since >= startsOn)
    throw new Refusal('LEAD_ALREADY_APPOINTED', { startsOn: 'TOO_SMALL' }, { name: lead.enterprise.name, since })
  if (lead.enterprise.id !== successorId) {
    await endMembership(tx, lead.id, startsOn, '')
    await becomeMember(tx, allianceId, lead.enterprise.id, startsOn)
  }
  return lead.enterprise.name
}

const becomeMember = (tx: Tx, allianceId: string, enterpriseId: string, on: Day) =>
  tx.membership.create({ data: { allianceId, enterpriseId, joinedOn: toDate(on) }, select: { id: true } })

/** Ends the lead without a successor; the enterprise goes on as a member. */
export async function endLead(
  tx: Tx,
  membership: MembershipSubject,
  { endsOn, reason }: { endsOn: Day; reason: string },
): Promise<Outcome<null>> {
  refuseUnless(membership.kind === 'LEAD', 'NOT_THE_LEAD', { name: membership.enterprise.name })
  refuseDayBefore(membership.joinedOn, endsOn, 'endsOn')
  await endMembership(tx, membership.id, endsOn, reason)
  await becomeMember(tx, membership.alliance.id, membership.enterprise.id, endsOn)
  const changes: Changes = {
    lead: [membership.enterprise.name, null],
    endsOn: [null, endsOn],
    reason: [null, reason],
  }
  return { data: null, record: memberFacts(membership.alliance, changes) }
}
