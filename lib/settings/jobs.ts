import { daysBefore, inBatches } from '@/lib/core/batches'
import { db } from '@/lib/core/db'
import type { Settings } from './rules'

/**
 * Forgets what the access log has held longer than the office wants. The portal has no right to delete there: a function
 * of the owner does it, by age alone and never within 180 days. The audit trail is kept for good.
 */
export async function sweepAccessLog({ accessLogDays }: Settings['retention'], at: Date): Promise<void> {
  const before = daysBefore(at, accessLogDays)
  await inBatches(async (most) => {
    const [{ gone }] = await db.$queryRaw<
      [{ gone: number }]
    >`SELECT forget_access_events(${before}, ${most}::int) AS gone`
    return gone
  })
}
