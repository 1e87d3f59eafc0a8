import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { tellConcerned, tellRegistered } from '@/lib/places/mutations'
import { waitForRecords, weighPresence } from '@/lib/presence/mutations'
import type { ActivitySubject } from './queries'
import { statesBefore } from './rules'

type Step = { activity: Pick<ActivitySubject, 'id' | 'state'>; at: Date }

/** It took place. Not before its start; false: that was said already. */
export async function holdActivity(tx: Tx, { activity, at }: Step): Promise<boolean> {
  if (activity.state === 'HELD') return false
  refuseUnless(activity.state === 'PUBLISHED', 'ACTIVITY_NOT_PUBLISHED')
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, state: { in: statesBefore('HELD') }, startsAt: { lte: at } },
    data: { state: 'HELD', version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'ACTIVITY_NOT_BEGUN')
  return true
}

/**
 * All is said and written: who was there long enough counts from now on, and whoever came is told where the minutes are.
 * Null: that was done already; otherwise how many were not there long enough.
 */
export async function closeActivity(tx: Tx, { activity, at }: Step): Promise<number | null> {
  if (activity.state === 'CLOSED') return null
  await waitForRecords(tx, activity.id)
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, state: { in: statesBefore('CLOSED') } },
    data: { state: 'CLOSED', closedAt: at, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'ACTIVITY_NOT_HELD')
  const tooShort = await weighPresence(tx, activity.id)
  await tellRegistered(tx, { activityId: activity.id, kind: 'ACTIVITY_REVIEWED', at })
  return tooShort
}

/** It will not take place; everybody registered or waiting is told why. Not once somebody has checked in. */
export async function cancelActivity(tx: Tx, { activity, reason, at }: Step & { reason: string }): Promise<boolean> {
  if (activity.state === 'CANCELLED') return false
  refuseUnless(statesBefore('CANCELLED').includes(activity.state), 'ACTIVITY_ALREADY_HELD')
  const { count } = await tx.activity.updateMany({
    where: {
      id: activity.id,
      state: { in: statesBefore('CANCELLED') },
      attendances: { none: { undoneAt: null } },
    },
    data: { state: 'CANCELLED', cancelReason: reason, sequence: { increment: 1 }, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'ACTIVITY_HAS_CHECK_INS')
  await tellConcerned(tx, { activityId: activity.id, kind: 'ACTIVITY_CANCELLED', reason, at })
  return true
}

/** The minutes as text; open as long as the activity is not a draft or cancelled, closed ones included. */
export async function writeMinutes(
  tx: Tx,
  { activity, minutes, version }: { activity: Pick<ActivitySubject, 'id' | 'state'>; minutes: string; version: number },
): Promise<void> {
  refuseUnless(activity.state !== 'DRAFT' && activity.state !== 'CANCELLED', 'ACTIVITY_NOT_PUBLISHED')
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version, state: { in: ['PUBLISHED', 'HELD', 'CLOSED'] } },
    data: { minutes, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
}
