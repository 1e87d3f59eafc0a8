import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'

/** Views that were removed can be brought back for so long. */
const daysKept = 30

/** Forgets views that were removed long ago. */
export async function sweepViews(): Promise<void> {
  await db.$executeRaw`DELETE FROM saved_views WHERE removed_at < ${now()}::timestamptz - ${daysKept} * interval '1 day'`
}
