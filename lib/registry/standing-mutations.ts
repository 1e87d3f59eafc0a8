import type { Actor } from '@/lib/access/actor'
import { record, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { endMembershipsOf, memberFacts } from '@/lib/alliances/membership-mutations'
import { dayOf, fromDate, fromDateOrNull, startOfDay, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { endStandingsOf } from '@/lib/enterprises/mandate-mutations'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'
import { withdrawEnterprise } from '@/lib/registrations/mutations'
import { officersOf } from './notice-mutations'
import type { StandingSubject } from './standing-queries'

type Decided = { version: number; reason: string }

const about = <Data>({ id, name }: StandingSubject, changes: Changes, data: Data): Outcome<Data> => ({
  data,
  record: { subjectType: 'enterprise', subjectId: id, subjectLabel: name, changes },
})

/** The entry moves on from the version that was read, and only if it still stands as the write relies on. */
async function moveOn(
  tx: Tx,
  { id }: StandingSubject,
  version: number,
  data: { closedOn: Date | null } | { supervisingJurisdictionId: string },
): Promise<void> {
  const { count } = await tx.enterprise.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'STANDING_CHANGED')
}

export type Closed = { alliances: number; people: number; places: number }

/**
 * Closes an enterprise from a day on: its memberships, mandates and offices end with that day, its places for what begins
 * then or later go to the next ones. What it took part in stays. While it leads an alliance it cannot close.
 */
export async function closeEnterprise(
  tx: Tx,
  actor: Actor,
  enterprise: StandingSubject,
  { version, closedOn, reason }: Decided & { closedOn: Day },
  at: Date,
): Promise<Outcome<Closed>> {
  refuseUnless(enterprise.closedOn === null, 'ENTERPRISE_CLOSED_ALREADY')
  await moveOn(tx, enterprise, version, { closedOn: toDate(closedOn) })
  await tx.enterpriseClosure.create({
    data: { enterpriseId: enterprise.id, closedOn: toDate(closedOn), closeReason: reason, createdAt: at },
    select: { id: true },
  })
  const alliances = await endMembershipsOf(tx, enterprise.id, { on: closedOn, reason })
  const people = await endStandingsOf(tx, enterprise.id, closedOn)
  const places = await withdrawEnterprise(tx, { enterpriseId: enterprise.id, from: startOfDay(closedOn), at })
  for (const { allianceId, name } of alliances) {
    const changes: Changes = { enterprise: [enterprise.name, null], leftOn: [null, closedOn], reason: [null, reason] }
    await record(tx, actor, 'alliance.release-member', memberFacts({ id: allianceId, slug: '', name }, changes))
  }
  await tell(tx, enterprise, { kind: 'ENTERPRISE_CLOSED', to: [enterprise.supervisingJurisdictionId], reason, at })
  const names = alliances.map(({ name }) => name)
  const changes: Changes = {
    closedOn: [null, closedOn],
    ...(names.length > 0 && { alliances: [names, null] }),
    ...(people > 0 && { people: [null, people] }),
    ...(places > 0 && { places: [null, places] }),
    reason: [null, reason],
  }
  return about(enterprise, changes, { alliances: alliances.length, people, places })
}

/** Opens it again. Whom it sends and where it is a member is decided anew: nothing that ended with the closing comes back. */
export async function reopenEnterprise(
  tx: Tx,
  enterprise: StandingSubject,
  { version, reopenedOn, reason }: Decided & { reopenedOn: Day },
  { today, at }: { today: Day; at: Date },
): Promise<Outcome<null>> {
  if (enterprise.closedOn === null) throw new Refusal('ENTERPRISE_NOT_CLOSED')
  refuseUnless(enterprise.mergedIntoId === null, 'ENTERPRISE_IS_MERGED')
  const closedOn = fromDate(enterprise.closedOn)
  if (reopenedOn < closedOn)
    throw new Refusal('ENDS_BEFORE_START', { reopenedOn: 'ENDS_BEFORE_START' }, { start: closedOn })
  // A closing that is still to come is taken back as of its own day: it never held.
  if (reopenedOn > today && reopenedOn !== closedOn) throw new Refusal('INVALID', { reopenedOn: 'IN_THE_FUTURE' })
  await moveOn(tx, enterprise, version, { closedOn: null })
  const { count } = await tx.enterpriseClosure.updateMany({
    where: { enterpriseId: enterprise.id, reopenedOn: null },
    data: { reopenedOn: toDate(reopenedOn), reopenReason: reason },
  })
  // Closed before the registry kept the times of closing.
  if (count === 0)
    await tx.enterpriseClosure.create({
      data: {
        enterpriseId: enterprise.id,
        closedOn: enterprise.closedOn,
        reopenedOn: toDate(reopenedOn),
        reopenReason: reason,
        createdAt: at,
      },
      select: { id: true },
    })
  return about(enterprise, { closedOn: [closedOn, null], reopenedOn: [null, reopenedOn], reason: [null, reason] }, null)
}

/**
 * Another jurisdiction supervises it from a day on. Its past stays with the one before: reports ask who supervised it on
 * the day in question.
 */
export async function moveEnterprise(
  tx: Tx,
  enterprise: StandingSubject,
  { version, jurisdictionId, movedOn, reason }: Decided & { jurisdictionId: string; movedOn: Day },
  { today, at }: { today: Day; at: Date },
): Promise<Outcome<null>> {
  const target = await tx.jurisdiction.findUnique({ where: { id: jurisdictionId }, select: { shortName: true } })
  if (!target || jurisdictionId === enterprise.supervisingJurisdictionId)
    throw new Refusal('MOVE_NEEDS_ANOTHER_JURISDICTION', { jurisdictionId: 'NOT_A_CHOICE' })
  if (movedOn > today) throw new Refusal('INVALID', { movedOn: 'IN_THE_FUTURE' })
  const last = await tx.enterpriseSupervision.findFirst({
    where: { enterpriseId: enterprise.id },
    select: { endsOn: true },
    orderBy: { endsOn: 'desc' },
  })
  const since = fromDateOrNull(last?.endsOn ?? null)
  if (since !== null && movedOn <= since)
    throw new Refusal('ENDS_BEFORE_START', { movedOn: 'ENDS_BEFORE_START' }, { start: since })
  await moveOn(tx, enterprise, version, { supervisingJurisdictionId: jurisdictionId })
  await tx.enterpriseSupervision.create({
    data: {
      enterpriseId: enterprise.id,
      jurisdictionId: enterprise.supervisingJurisdictionId,
      startsOn: last?.endsOn ?? null,
      endsOn: toDate(movedOn),
      reason,
      createdAt: at,
    },
    select: { id: true },
  })
  const to = [enterprise.supervisingJurisdictionId, jurisdictionId]
  await tell(tx, enterprise, { kind: 'ENTERPRISE_MOVED', to, place: target.shortName, reason, at })
  const changes: Changes = {
    jurisdiction: [enterprise.supervisingJurisdiction.shortName, target.shortName],
    startsOn: [null, movedOn],
    reason: [null, reason],
  }
  return about(enterprise, changes, null)
}

type Told = { kind: NotificationKind; to: string[]; place?: string; reason: string; at: Date }

const tell = (tx: Tx, { id, name }: StandingSubject, { kind, to, place = '', reason, at }: Told) =>
  notify(tx, {
    kind,
    params: { enterprise: name, place, reason },
    href: `/portal/enterprises/${id}`,
    at,
    to: officersOf(to, dayOf(at)),
  })
