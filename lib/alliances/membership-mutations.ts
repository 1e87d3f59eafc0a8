import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { AllianceSubject, MembershipSubject } from './subject-queries'

export const memberFacts = (alliance: AllianceSubject, changes: Changes): AuditFacts => ({
  subjectType: 'alliance',
  subjectId: alliance.id,
  subjectLabel: alliance.name,
  changes,
})

type Joining = { enterpriseId: string; joinedOn: Day; reason: string }

/** An enterprise joins. Open ended, so that it overlaps whatever has no end before that day. */
export async function admitMember(
  tx: Tx,
  alliance: AllianceSubject,
  { enterpriseId, joinedOn, reason }: Joining,
): Promise<Outcome<{ membershipId: string }>> {
  const enterprise = await openEnterprise(tx, enterpriseId, joinedOn)
  const known = await tx.membership.findFirst({
    where: { allianceId: alliance.id, enterpriseId, OR: [{ leftOn: null }, { leftOn: { gt: toDate(joinedOn) } }] },
    select: { joinedOn: true },
  })
  if (known) throw new Refusal('ALREADY_A_MEMBER', {}, { name: enterprise.name, since: fromDate(known.joinedOn) })
  const { id } = await tx.membership.create({
    data: { allianceId: alliance.id, enterpriseId, joinedOn: toDate(joinedOn), joinReason: reason },
    select: { id: true },
  })
  const changes: Changes = { enterprise: [null, enterprise.name], joinedOn: [null, joinedOn], reason: [null, reason] }
  return { data: { membershipId: id }, record: memberFacts(alliance, changes) }
}

/**
 * Many join on one day in one statement, for the import: whoever is a member then, or becomes one later, is left as it
 * is. Answers how many joined.
 */
export async function admitMembers(
  tx: Tx,
  pairs: { allianceId: string; enterpriseId: string }[],
  { joinedOn, reason }: { joinedOn: Day; reason: string },
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO memberships (id, alliance_id, enterprise_id, joined_on, join_reason)
    SELECT gen_random_uuid(), r.alliance_id, r.enterprise_id, ${joinedOn}::date, ${reason}
    FROM (SELECT DISTINCT * FROM unnest(${pairs.map((pair) => pair.allianceId)}::uuid[],
      ${pairs.map((pair) => pair.enterpriseId)}::uuid[]) AS p(alliance_id, enterprise_id)) r
    WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.alliance_id = r.alliance_id AND m.enterprise_id = r.enterprise_id
      AND (m.left_on IS NULL OR m.left_on > ${joinedOn}::date))`
}

/** A lead company is no ordinary member: its lead must be ended first, so that the alliance does not lose it unnoticed. */
export async function releaseMember(
  tx: Tx,
  membership: MembershipSubject,
  { leftOn, reason }: { leftOn: Day; reason: string },
): Promise<Outcome<{ membershipId: string }>> {
  refuseUnless(membership.kind === 'MEMBER', 'LEAD_MUST_BE_ENDED_FIRST')
  refuseDayBefore(membership.joinedOn, leftOn, 'leftOn')
  await endMembership(tx, membership.id, leftOn, reason)
  const changes: Changes = {
    enterprise: [membership.enterprise.name, null],
    leftOn: [null, leftOn],
    reason: [null, reason],
  }
  return { data: { membershipId: membership.id }, record: memberFacts(membership.alliance, changes) }
}

/** Takes a release back, for as long as nothing has taken its place (the exclusion constraint answers for that). */
export async function reinstateMember(tx: Tx, membership: MembershipSubject): Promise<Outcome<null>> {
  const { count } = await tx.membership.updateMany({
    where: { id: membership.id, kind: 'MEMBER', leftOn: { not: null } },
    data: { leftOn: null, leaveReason: '' },
  })
  refuseUnless(count === 1, 'MEMBERSHIP_NOT_ENDED')
  const leftOn = membership.leftOn ? fromDate(membership.leftOn) : null
  const changes: Changes = { enterprise: [null, membership.enterprise.name], leftOn: [leftOn, null] }
  return { data: null, record: memberFacts(membership.alliance, changes) }
}

/** Leaves one alliance and joins another on the same day; what it did before stays where it was done. */
export async function transferMember(
  tx: Tx,
  membership: MembershipSubject,
  { toAllianceId, on, reason }: { toAllianceId: string; on: Day; reason: string },
): Promise<Outcome<{ membershipId: string }>> {
  const target = await tx.alliance.findUnique({
    where: { id: toAllianceId },
    select: { id: true, slug: true, name: true },
  })
  if (!target || target.id === membership.alliance.id)
    throw new Refusal('TRANSFER_NEEDS_ANOTHER_ALLIANCE', { toAllianceId: 'NOT_A_CHOICE' })
  await releaseMember(tx, membership, { leftOn: on, reason })
  const { data } = await admitMember(tx, target, { enterpriseId: membership.enterprise.id, joinedOn: on, reason })
  const changes: Changes = {
    enterprise: [membership.enterprise.name, membership.enterprise.name],
    alliance: [membership.alliance.name, target.name],
    on: [null, on],
    reason: [null, reason],
  }
  return { data, record: memberFacts(membership.alliance, changes) }
}

/** Ends an open row; refuses when somebody else has ended it meanwhile. */
export async function endMembership(tx: Tx, id: string, leftOn: Day, reason: string): Promise<void> {
  const { count } = await tx.membership.updateMany({
    where: { id, leftOn: null },
    data: { leftOn: toDate(leftOn), leaveReason: reason },
  })
  refuseUnless(count === 1, 'MEMBERSHIP_ENDED')
}

/**
 * Ends whatever membership of an enterprise would go on, because it closes: what was to begin later never held. Answers
 * the alliances that lose it. A lead is not ended here: the alliance decides on its successor first.
 */
export async function endMembershipsOf(
  tx: Tx,
  enterpriseId: string,
  { on, reason }: { on: Day; reason: string },
): Promise<{ allianceId: string; name: string }[]> {
  const lead = await tx.membership.findFirst({
    where: { enterpriseId, kind: 'LEAD', OR: [{ leftOn: null }, { leftOn: { gt: toDate(on) } }] },
    select: { alliance: { select: { name: true } } },
  })
  if (lead) throw new Refusal('LEADS_AN_ALLIANCE', {}, { alliance: lead.alliance.name })
  return tx.$queryRaw`
    WITH ended AS (
      UPDATE memberships SET left_on = greatest(joined_on, ${on}::date), leave_reason = ${reason}
      WHERE enterprise_id = ${enterpriseId}::uuid AND kind = 'MEMBER' AND (left_on IS NULL OR left_on > ${on}::date)
      RETURNING alliance_id)
    SELECT DISTINCT a.id AS "allianceId", a.name FROM ended e JOIN alliances a ON a.id = e.alliance_id ORDER BY a.name`
}

export async function openEnterprise(tx: Tx, id: string, on: Day): Promise<{ id: string; name: string }> {
  const enterprise = await tx.enterprise.findUnique({ where: { id }, select: { id: true, name: true, closedOn: true } })
  if (!enterprise) throw new Refusal('NOT_FOUND', { enterpriseId: 'NOT_A_CHOICE' })
  const isClosed = enterprise.closedOn !== null && fromDate(enterprise.closedOn) <= on
  refuseUnless(!isClosed, 'ENTERPRISE_CLOSED', { name: enterprise.name })
  return enterprise
}

export function refuseDayBefore(start: Date, day: Day, field: string): void {
  if (day < fromDate(start))
    throw new Refusal('ENDS_BEFORE_START', { [field]: 'ENDS_BEFORE_START' }, { start: fromDate(start) })
}
