import type { Actor } from '@/lib/access/actor'
import { canAddAttendance } from '@/lib/attendance/policy'
import { takesCheckIns } from '@/lib/activities/rules'
import type { Activity } from '@/lib/core/prisma/client'

type Listed = Pick<Activity, 'hostAllianceId' | 'state'>

/** Confirming a name of a list writes down that somebody was there: who may add an attendance may do that. */
export const canImportRoster = (actor: Actor, activity: Listed): boolean => canAddAttendance(actor, activity)
export const canConfirmRosterLine = (actor: Actor, activity: Listed): boolean => canAddAttendance(actor, activity)
export const canSetRosterLineAside = (actor: Actor, activity: Listed): boolean => canAddAttendance(actor, activity)

/** Before the activity is closed, and once it has begun. */
export const takesRosters = (activity: Pick<Activity, 'state' | 'startsAt'>, at: Date): boolean =>
  takesCheckIns(activity) && activity.startsAt <= at
