import { db } from '@/lib/core/db'

/** Ended sign-ins and spent links are kept so long for whoever looks into an incident. */
const daysKept = 90

/** Forgets sign-ins, links and counters that have long ended. */
export async function sweepSignIns(): Promise<void> {
  await db.$executeRaw`DELETE FROM sessions
    WHERE least(expires_at, coalesce(revoked_at, expires_at)) < now() - ${daysKept} * interval '1 day'`
  await db.$executeRaw`DELETE FROM user_tokens
    WHERE least(expires_at, coalesce(used_at, expires_at)) < now() - ${daysKept} * interval '1 day'`
  await db.$executeRaw`DELETE FROM rate_limits WHERE expire < extract(epoch FROM now()) * 1000`
}
