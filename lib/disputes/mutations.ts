import { checkIn } from '@/lib/attendance/mutations'
import { standingsOf } from '@/lib/attendance/standing-queries'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { uncreditedPeople, type DisputedActivity, type DisputeRow } from './queries'
import { isDisputable } from './rules'

type Filing = { enterpriseId: string; userId: string; reason: string; byId: string; at: Date }

export type Filed = { id: string; person: string; enterprise: string }

/**
 * An enterprise says that somebody of it was there and was not credited. Within ten days of the close, one open at a time:
 * of two presses the table's index takes one.
 */
export async function fileDispute(
  tx: Tx,
  activity: DisputedActivity,
  { enterpriseId, userId, reason, byId, at }: Filing,
): Promise<Filed> {
  refuseUnless(activity.state === 'CLOSED', 'DISPUTE_NOT_CLOSED')
  refuseUnless(isDisputable(activity, dayOf(at)), 'DISPUTE_TOO_LATE')
  const person = await tx.user.findFirst({
    where: { AND: [{ id: userId }, uncreditedPeople(activity, enterpriseId)] },
    select: { name: true },
  })
  if (!person) throw new Refusal('INVALID', { userId: 'NOT_A_CHOICE' })
  const { count } = await tx.dispute.createMany({
    data: [{ activityId: activity.id, enterpriseId, userId, reason, filedById: byId, filedAt: at }],
    skipDuplicates: true,
  })
  refuseUnless(count === 1, 'DISPUTE_OPEN')
  const filed = await tx.dispute.findFirstOrThrow({
    where: { activityId: activity.id, enterpriseId, state: 'OPEN' },
    select: { id: true, enterprise: { select: { name: true } } },
  })
  return { id: filed.id, person: person.name, enterprise: filed.enterprise.name }
}

type Answering = { answer: 'ACCEPTED' | 'REJECTED'; reason: string; byId: string; at: Date }

/** Answers once. Accepted, the attendance counts from now on; the ids of what was credited. */
export async function answerDispute(tx: Tx, dispute: DisputeRow, answering: Answering): Promise<string[]> {
  const { answer, reason, byId, at } = answering
  const { count } = await tx.dispute.updateMany({
    where: { id: dispute.id, state: 'OPEN' },
    data: { state: answer, answer: reason, answeredById: byId, answeredAt: at },
  })
  refuseUnless(count === 1, 'DISPUTE_ANSWERED')
  return answer === 'ACCEPTED' ? credit(tx, dispute, answering) : []
}

/**
 * The correction that an accepted dispute is: the record that is there, or one from the start of the activity, counts by a
 * decision. Without a mandate of that day it could not (notice 三(一)), and saying yes would be a promise that is not kept.
 */
async function credit(tx: Tx, { activity, userId, enterpriseId }: DisputeRow, { reason, byId }: Answering) {
  const standings = await standingsOf(tx, activity, [userId])
  const mandateKind = standings.find((one) => one.enterpriseId === enterpriseId)?.mandateKind ?? null
  if (mandateKind === null) throw new Refusal('DISPUTE_WITHOUT_MANDATE')
  await checkIn(tx, {
    activity,
    userId,
    enterpriseIds: [enterpriseId],
    method: 'CORRECTION',
    checkedInAt: activity.startsAt,
    recordedById: byId,
    reason,
  })
  const credited = await tx.attendance.updateManyAndReturn({
    where: { activityId: activity.id, userId, enterpriseId, undoneAt: null },
    data: {
      verdict: 'COUNTS',
      isExcluded: false,
      mandateKind,
      recordedById: byId,
      reason,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  return credited.map(({ id }) => id)
}
