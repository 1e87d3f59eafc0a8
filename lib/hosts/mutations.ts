import type { ActivitySubject } from '@/lib/activities/queries'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { membershipsConcerned } from '@/lib/places/policy'
import { lockActivity } from '@/lib/places/room-mutations'
import { tellHost, tellSeekers } from './notice-mutations'
import type { VisitHostRow } from './queries'
import { isAnswerable, openStates, seeksHost } from './rules'
import type { AgreeToHostInput, AskHostInput } from './schema'

type By = { userId: string; at: Date }

/**
 * Asks a member to receive a site visit, one at a time. Refuses an enterprise that is in none of the activity's alliances on
 * its day (clause A14: the host is a member), and a second one while the first is asked or has agreed.
 * @returns the request, and whether it is new: the same member asked twice is asked once
 */
export async function askHost(
  tx: Tx,
  { activity, input, by }: { activity: ActivitySubject; input: AskHostInput; by: By },
): Promise<{ id: string; isNew: boolean; name: string }> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(seeksHost({ ...locked, kind: activity.kind }, by.at), 'ACTIVITY_SEEKS_NO_HOST')
  const { enterpriseId, message } = input
  const member = await tx.membership.findFirst({
    where: { AND: [{ enterpriseId }, membershipsConcerned({ id: activity.id, startsAt: locked.startsAt })] },
    select: { enterprise: { select: { name: true } } },
  })
  if (!member) throw new Refusal('INVALID', { enterpriseId: 'NOT_A_CHOICE' })
  const { name } = member.enterprise
  const open = await tx.visitHost.findFirst({
    where: { activityId: activity.id, state: { in: [...openStates] } },
    select: { id: true, enterpriseId: true },
  })
  if (open) {
    refuseUnless(open.enterpriseId === enterpriseId, 'HOST_ALREADY_ASKED')
    return { id: open.id, isNew: false, name }
  }
  const { id } = await tx.visitHost.create({
    data: { activityId: activity.id, enterpriseId, message, askedById: by.userId, askedAt: by.at },
    select: { id: true },
  })
  await tellHost(tx, { id, enterpriseId, activity, kind: 'HOST_ASKED', reason: message, at: by.at })
  return { id, isNew: true, name }
}

/**
 * The host receives the visit as it stands now, under these rules, up to so many people: the capacity of the activity is
 * bounded by it. May be said anew until the visit begins. Refuses a limit below the places that are given already.
 */
export async function agreeToHost(
  tx: Tx,
  { host, input, by }: { host: VisitHostRow; input: AgreeToHostInput; by: By },
): Promise<void> {
  const locked = await lockActivity(tx, host.activity.id)
  refuseUnless(isAnswerable(locked, by.at), 'VISIT_NOT_OPEN')
  // What the host has read is what it agrees to.
  refuseUnless(locked.startsAt.getTime() === host.activity.startsAt.getTime(), 'CONFLICT')
  const { id, ...rules } = input
  if (rules.visitorsMax < locked.placesTaken)
    throw new Refusal('CAPACITY_BELOW_TAKEN', { visitorsMax: 'BELOW_TAKEN' }, { taken: locked.placesTaken })
  const { count } = await tx.visitHost.updateMany({
    where: { id, state: { in: [...openStates] } },
    data: { ...rules, state: 'AGREED', agreedStartsAt: locked.startsAt, answeredById: by.userId, answeredAt: by.at },
  })
  refuseUnless(count === 1, 'HOST_NOT_ASKED')
  const capacity = Math.min(locked.capacity ?? rules.visitorsMax, rules.visitorsMax)
  await tx.activity.updateMany({ where: { id: locked.id }, data: { capacity, version: { increment: 1 } } })
  await tellSeekers(tx, { host, kind: 'HOST_AGREED', reason: '', at: by.at })
}

type Ending = { host: VisitHostRow; reason: string; by: By }

/** The host says no. False: it had said so already. */
export async function declineToHost(tx: Tx, ending: Ending): Promise<boolean> {
  const isNew = await endRequest(tx, ending, ['ASKED'], 'DECLINED')
  if (isNew) await tellSeekers(tx, { ...ending, kind: 'HOST_DECLINED', at: ending.by.at })
  return isNew
}

/** The host can not receive the visit after all; whoever runs it seeks another one or cancels. False: that was said. */
export async function withdrawAsHost(tx: Tx, ending: Ending): Promise<boolean> {
  const isNew = await endRequest(tx, ending, ['AGREED'], 'WITHDRAWN')
  if (isNew) await tellSeekers(tx, { ...ending, kind: 'HOST_WITHDREW', at: ending.by.at })
  return isNew
}

/** The organiser asks this member no longer, and it is told why. False: that was so. */
export async function releaseHost(tx: Tx, ending: Ending): Promise<boolean> {
  const isNew = await endRequest(tx, ending, openStates, 'WITHDRAWN')
  const { host, reason, by } = ending
  if (isNew) await tellHost(tx, { ...host, kind: 'HOST_RELEASED', reason, at: by.at })
  return isNew
}

type From = readonly (typeof openStates)[number][]

async function endRequest(tx: Tx, { host, reason, by }: Ending, from: From, to: 'DECLINED' | 'WITHDRAWN') {
  const locked = await lockActivity(tx, host.activity.id)
  if (host.state === to) return false
  refuseUnless(isAnswerable(locked, by.at), 'VISIT_NOT_OPEN')
  const { count } = await tx.visitHost.updateMany({
    where: { id: host.id, state: { in: [...from] } },
    data: { state: to, reason, answeredById: by.userId, answeredAt: by.at },
  })
  refuseUnless(count === 1, 'HOST_NOT_ASKED')
  // A draft that was looked through with a host is not published without one.
  await tx.activity.updateMany({ where: { id: locked.id }, data: { version: { increment: 1 } } })
  return true
}
