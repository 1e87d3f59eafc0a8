import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { canWriteMinutes } from '@/lib/activities/policy'
import { getActivity, type ActivityDetail } from '@/lib/activities/queries'
import { isHeld } from '@/lib/activities/rules'
import { getListedActivity, listExpected, type ListedActivity } from '@/lib/attendance/list-queries'
import type { AttendanceLine } from '@/lib/attendance/list-rules'
import { canPrintSignInSheet, visibleAttendances } from '@/lib/attendance/policy'
import { db } from '@/lib/core/db'
import { listActionItems, listDecisions, type DecisionRow, type ItemRow } from '@/lib/followups/queries'

const recordTaken = (actor: Actor, id: string, paper: string, rows: number): Promise<void> =>
  recordAccess(db, actor, { kind: 'EXPORT', subjectType: 'attendance', subjectId: id, detail: { paper, rows } })

/** The activity that a notice is of; null where it is absent, not for this actor, or called off. */
export async function getNoticeActivity(actor: Actor, id: string): Promise<ActivityDetail | null> {
  const activity = await getActivity(actor, id)
  return activity?.state === 'CANCELLED' ? null : activity
}

export type Present = { enterprise: string | null; people: string[] }

export type Minutes = { activity: ActivityDetail; present: Present[]; decisions: DecisionRow[]; items: ItemRow[] }

/**
 * What the minutes are written from, for whoever writes them; null for everybody else and before the activity was held.
 * They name people, so who took them is logged.
 */
export async function takeMinutes(actor: Actor, id: string): Promise<Minutes | null> {
  const activity = await getActivity(actor, id)
  if (!activity || !isHeld(activity) || !canWriteMinutes(actor, activity)) return null
  const [attendances, decisions, items] = await Promise.all([
    db.attendance.findMany({
      where: { AND: [{ activityId: id, undoneAt: null }, visibleAttendances(actor)] },
      select: { enterprise: { select: { name: true } }, user: { select: { name: true } } },
      orderBy: [{ enterprise: { name: 'asc' } }, { user: { namePinyin: 'asc' } }, { id: 'asc' }],
    }),
    listDecisions(actor, id),
    listActionItems(actor, id),
  ])
  await recordTaken(actor, id, 'minutes', attendances.length)
  const present = new Map<string | null, string[]>()
  for (const { enterprise, user } of attendances) {
    const name = enterprise?.name ?? null
    present.set(name, [...(present.get(name) ?? []), user.name])
  }
  return {
    activity,
    present: [...present].map(([enterprise, people]) => ({ enterprise, people })),
    decisions,
    items,
  }
}

/** The sheet to sign at the door, for whoever runs the activity; who took it is logged. */
export async function takeSignInSheet(
  actor: Actor,
  id: string,
): Promise<{ activity: ListedActivity; lines: AttendanceLine[] } | null> {
  const activity = await getListedActivity(actor, id)
  if (!activity || !canPrintSignInSheet(actor, activity)) return null
  const lines = await listExpected(actor, activity)
  await recordTaken(actor, id, 'sign-in', lines.length)
  return { activity, lines }
}
