import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { undoHours } from './rules'

/** Forgets how rows stood before a merge, once it can no longer be undone. */
export async function sweepMerges(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM merge_moves m USING enterprise_merges e
    WHERE e.id = m.merge_id AND e.merged_at < ${now()}::timestamptz - ${undoHours} * interval '1 hour'`
}
