import type { Actor } from '@/lib/access/actor'
import { canCloseActivity } from '@/lib/activities/policy'
import type { Activity, Attendance } from '@/lib/core/prisma/client'

/** Whoever was there. */
export const canGiveFeedback = (actor: Actor, activity: { attendances: Pick<Attendance, 'userId'>[] }): boolean =>
  activity.attendances.some(({ userId }) => userId === actor.userId)

/** Figures and remarks, without names: for whoever runs the activity. */
export const canReadFeedback = (actor: Actor, activity: Pick<Activity, 'hostAllianceId'>): boolean =>
  canCloseActivity(actor, activity)
