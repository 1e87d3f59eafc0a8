import { daysBefore, inBatches } from '@/lib/core/batches'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { gateDetailDays } from './rules'

/** Forgets what the gate knew of visitors, a month after the visit has ended or was to end. */
export async function sweepGateDetails(): Promise<void> {
  const before = daysBefore(now(), gateDetailDays)
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM gate_details WHERE (activity_id, user_id) IN (
      SELECT d.activity_id, d.user_id FROM gate_details d JOIN activities a ON a.id = d.activity_id
      WHERE a.ends_at < ${before} LIMIT ${most} FOR UPDATE OF d SKIP LOCKED)`,
  )
}
