import { cookies } from 'next/headers'
import type { Actor } from '@/lib/access/actor'
import { sign, signedText } from '@/lib/access/signing'
import { readClaim, writeClaim, type Claim } from '@/lib/attendance/claim-rules'
import { getClaimedActivity, type SeenActivity } from '@/lib/attendance/code-queries'
import { claimMinutes } from '@/lib/attendance/rules'
import { isHttps } from '@/lib/core/env'
import { now } from '@/lib/core/now'

const cookieName = 'check-in'

export type Seen = { activity: SeenActivity; claim: Claim }

/** The claim that this browser holds for the activity of an address, with its signature. */
export async function claimOf(actor: Actor, code: string): Promise<{ signed: string; seen: Seen } | null> {
  const signed = (await cookies()).get(cookieName)?.value ?? ''
  const text = signedText('check-in-claim', signed)
  const claim = text === null ? null : readClaim(text, now())
  const activity = claim && (await getClaimedActivity(actor, claim.activityId))
  return claim && activity?.code === code.toUpperCase() ? { signed, seen: { activity, claim } } : null
}

export const readOwnClaim = async (actor: Actor, code: string): Promise<Seen | null> =>
  (await claimOf(actor, code))?.seen ?? null

/** Makes the claim: the first valid sight of the code is the instant that is recorded. */
export async function keepClaim(
  activity: SeenActivity,
  { purpose, method, seenAt }: Omit<Claim, 'activityId'>,
): Promise<Seen> {
  const claim = { activityId: activity.id, purpose, seenAt, method }
  const jar = await cookies()
  jar.set(cookieName, sign('check-in-claim', writeClaim(claim)), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/c',
    maxAge: claimMinutes * 60,
  })
  return { activity, claim }
}
