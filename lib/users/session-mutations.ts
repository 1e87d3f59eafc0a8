import type { WearableHat } from '@/lib/access/identity'
import { sessionSecondsMax } from '@/lib/access/session-token'
import type { Tx } from '@/lib/core/db'
import type { Locale } from '@/lib/core/prisma/enums'
import { refuseUnless } from '@/lib/core/result'
import type { Proved } from './sign-in-queries'

export type OpenedSession = { sessionId: string; locale: Locale }

/**
 * Begins a sign-in: a new row with a new id each time; the one that the browser held before ends. The user's row is taken
 * first and must still bear the hash that was proved, so that a password changed or an account disabled in the meantime
 * leaves no door open.
 */
export async function openSession(
  tx: Tx,
  proved: Proved,
  { at, userAgent, replaces }: { at: Date; userAgent: string; replaces: string | null },
): Promise<OpenedSession> {
  const [user] = await tx.user.updateManyAndReturn({
    where: { id: proved.userId, disabledAt: null, passwordHash: proved.passwordHash },
    data: { lastSeenAt: at },
    select: { locale: true },
  })
  refuseUnless(user !== undefined, 'SIGN_IN_FAILED')
  if (replaces) await tx.session.updateMany({ where: { id: replaces, revokedAt: null }, data: { revokedAt: at } })
  const session = await tx.session.create({
    data: {
      userId: proved.userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + sessionSecondsMax * 1_000),
      userAgent,
    },
    select: { id: true },
  })
  return { sessionId: session.id, locale: user.locale }
}

/** Ends one sign-in; whether it was still open. */
export async function endSession(tx: Tx, sessionId: string, at: Date): Promise<boolean> {
  const { count } = await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: at } })
  return count > 0
}

/** Ends all sign-ins of a user but one; how many were open. */
export async function endSessionsOf(tx: Tx, userId: string, at: Date, except: string | null = null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { AND: [{ userId, revokedAt: null, expiresAt: { gt: at } }, except ? { id: { not: except } } : {}] },
    data: { revokedAt: at },
  })
  return count
}

/** Puts on a hat of the wearer for this sign-in; the next request acts under it. */
export async function wearHat(tx: Tx, sessionId: string, hat: WearableHat): Promise<void> {
  const { count } = await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { hat: hat.key } })
  refuseUnless(count === 1, 'SIGNED_OUT')
}

export async function chooseLanguage(tx: Tx, userId: string, locale: Locale): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, disabledAt: null }, data: { locale } })
}
