import { isSignedIn, type Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'

export type OwnSession = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string; isThis: boolean }

/** One's own sign-ins that still open something. */
export async function listOwnSessions(actor: Actor): Promise<OwnSession[]> {
  if (!isSignedIn(actor)) return []
  const rows = await db.session.findMany({
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: now() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
  })
  return rows.map((row) => ({ ...row, isThis: row.id === actor.sessionId }))
}

/** What stands in one's own account. */
export async function getOwnAccount(actor: Actor) {
  if (!isSignedIn(actor)) return null
  return db.user.findUnique({
    where: { id: actor.userId },
    select: { name: true, email: true, phone: true, locale: true },
  })
}
