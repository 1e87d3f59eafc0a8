import { daysBefore, inBatches } from '@/lib/core/batches'
import { db } from '@/lib/core/db'
import type { Settings } from '@/lib/settings/rules'

/** Forgets sign-ins and links that ended longer ago than the office wants to keep them, and counters that have run out. */
export async function sweepSignIns({ signInDays, linkDays }: Settings['retention'], at: Date): Promise<void> {
  const [signIns, links] = [daysBefore(at, signInDays), daysBefore(at, linkDays)]
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM sessions WHERE id IN (
      SELECT id FROM sessions WHERE least(expires_at, coalesce(revoked_at, expires_at)) < ${signIns}
      LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
  await inBatches(
    (most) => db.$executeRaw`DELETE FROM user_tokens WHERE id IN (
      SELECT id FROM user_tokens WHERE least(expires_at, coalesce(used_at, expires_at)) < ${links}
      LIMIT ${most} FOR UPDATE SKIP LOCKED)`,
  )
  await db.$executeRaw`DELETE FROM rate_limits WHERE expire < extract(epoch FROM now()) * 1000`
}
