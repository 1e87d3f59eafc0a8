import type { Tx } from '@/lib/core/db'
import type { AttendanceMethod } from '@/lib/core/prisma/enums'
import type { CheckedIn } from './mutations'

/** Whether the press of a desk has arrived before, also if what it recorded was taken back since, or before it came. */
export async function isKnown(tx: Tx, activityId: string, deskKey: string): Promise<boolean> {
  const [recorded, press] = await Promise.all([
    tx.attendance.findFirst({ where: { activityId, deskKey }, select: { id: true } }),
    tx.deskPress.findFirst({ where: { activityId, key: deskKey }, select: { key: true } }),
  ])
  return recorded !== null || press !== null
}

/** How somebody had come before the desk's press arrived: for whoever stands at the desk to compare. */
export type CameBefore = { at: string; method: AttendanceMethod; by: string | null }

/** The first record among those that a press found. */
export async function earliestOf(tx: Tx, { attendances }: Pick<CheckedIn, 'attendances'>): Promise<CameBefore | null> {
  const first = await tx.attendance.findFirst({
    where: { id: { in: attendances.map(({ id }) => id) } },
    select: { checkedInAt: true, method: true, recordedBy: { select: { name: true } } },
    orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
  })
  return first && { at: first.checkedInAt.toISOString(), method: first.method, by: first.recordedBy?.name ?? null }
}
