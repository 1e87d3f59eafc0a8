import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { isLongEnough, presenceOf } from './rules'

/**
 * Holds the close of an activity back until the transaction ends, without holding up anybody else: whoever records coming
 * or leaving does this, whoever closes waits for them, and what comes after the close is refused.
 */
export async function holdOpen(tx: Tx, activityId: string): Promise<void> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT id FROM activities WHERE id = ${activityId}::uuid AND state IN ('PUBLISHED', 'HELD') FOR KEY SHARE`
  if (open.length === 0) throw new Refusal('CHECK_IN_NOT_HELD')
}

/** Waits for all who are just recording something of the activity, and lets nobody begin until it is closed. */
export async function waitForRecords(tx: Tx, activityId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM activities WHERE id = ${activityId}::uuid FOR UPDATE`
}

/**
 * Says of each attendance whether it was long enough, at the close and when one is corrected afterwards; what somebody has
 * decided stays decided. How many are too short.
 */
export async function weighPresence(tx: Tx, activityId: string, ids?: string[]): Promise<number> {
  const activity = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { startsAt: true, endsAt: true, checksOut: true, presenceShareMin: true },
  })
  const open = { activityId, undoneAt: null, verdict: null, ...(ids && { id: { in: ids } }) } as const
  const rows = await tx.attendance.findMany({
    where: open,
    select: { id: true, checkedInAt: true, checkedOutAt: true, onlineMinutes: true, isExcluded: true },
  })
  const isShort = (row: (typeof rows)[number]) => !isLongEnough(activity, presenceOf(activity, row))
  const short = rows.filter(isShort).map(({ id }) => id)
  await tx.attendance.updateMany({ where: { ...open, id: { in: short } }, data: { isExcluded: true } })
  const restored = rows.filter((row) => row.isExcluded && !isShort(row)).map(({ id }) => id)
  await tx.attendance.updateMany({ where: { ...open, id: { in: restored } }, data: { isExcluded: false } })
  return short.length
}
