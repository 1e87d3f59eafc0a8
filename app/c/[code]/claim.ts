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

/** The claim that this browser holds for the activity of an address, with its signature. Asks the database nothing. */
export async function claimOf(code: string): Promise<{ signed: string; claim: Claim } | null> {
  const signed = (await cookies()).get(cookieName)?.value ?? ''
  const text = signedText('check-in-claim', signed)
  const claim = text === null ? null : readClaim(text, now())
  return claim?.code === code.toUpperCase() ? { signed, claim } : null
}

/** The same with its activity, for a page that shows it. */
export async function readOwnClaim(actor: Actor, code: string): Promise<Seen | null> {
  const own = await claimOf(code)
  const activity = own && (await getClaimedActivity(actor, own.claim.activityId))
  return activity && { activity, claim: own.claim }
}

/** Makes the claim: the first valid sight of the code is the instant that is recorded. */
export async function keepClaim(
  activity: SeenActivity,
  { purpose, method, seenAt }: Omit<Claim, 'activityId' | 'code'>,
): Promise<Seen> {
  const claim = { activityId: activity.id, code: activity.code, purpose, seenAt, method }
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
