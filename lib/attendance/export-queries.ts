import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db } from '@/lib/core/db'
import { getListedActivity, listAllAttendance, type ListedActivity } from './list-queries'
import type { AttendanceFilter, AttendanceLine } from './list-rules'

/** Reads the lines of an export and logs that they were taken; null where there is no such list for this actor. */
export async function exportAttendance(
  actor: Actor,
  activityId: string,
  filter: AttendanceFilter,
): Promise<{ activity: ListedActivity; lines: AttendanceLine[] } | null> {
  const activity = await getListedActivity(actor, activityId)
  if (!activity) return null
  const lines = await listAllAttendance(actor, activity, filter)
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'attendance',
    subjectId: activity.id,
    detail: { ...filter, rows: lines.length },
  })
  return { activity, lines }
}
