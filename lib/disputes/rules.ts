import { dayOf, plusDays, type Day } from '@/lib/core/clock'
import type { Activity } from '@/lib/core/prisma/client'

export const disputeReasonLengthMax = 500

/** So many days of Beijing after the day of the close an enterprise may dispute. */
export const disputeDays = 10

/** The last day on which the attendance of an activity may be disputed; null while it is not closed. */
export const lastDisputeDay = ({ closedAt }: Pick<Activity, 'closedAt'>): Day | null =>
  closedAt && plusDays(dayOf(closedAt), disputeDays)

/** Whether an enterprise may dispute on a day. */
export function isDisputable(activity: Pick<Activity, 'state' | 'closedAt'>, today: Day): boolean {
  const last = lastDisputeDay(activity)
  return activity.state === 'CLOSED' && last !== null && today <= last
}
