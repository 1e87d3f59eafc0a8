import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { endLinksOf, takeLink } from './link-mutations'
import { endSessionsOf } from './session-mutations'
import type { Proved } from './sign-in-queries'

type Chosen = { token: string; passwordHash: string; at: Date }

/** The first password of an invited person. The answer is as good as proved: it opens a session. */
export async function acceptInvitation(tx: Tx, { token, passwordHash, at }: Chosen): Promise<Proved> {
  const { userId } = await takeLink(tx, 'INVITATION', token, at)
  const [user] = await tx.user.updateManyAndReturn({
    where: { id: userId ?? '', disabledAt: null, passwordHash: null },
    data: { passwordHash },
    select: { id: true, name: true },
  })
  refuseUnless(user !== undefined, 'LINK_NOT_VALID')
  await endLinksOf(tx, user.id, at)
  return { userId: user.id, name: user.name, passwordHash }
}

/** A new password behind a reset link. All sign-ins end: whoever else knew the old one is out. */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash, at }: Chosen,
): Promise<{ id: string; name: string }> {
  const { userId } = await takeLink(tx, 'RESET', token, at)
  const [user] = await tx.user.updateManyAndReturn({
    where: { id: userId ?? '', disabledAt: null, passwordHash: { not: null } },
    data: { passwordHash },
    select: { id: true, name: true },
  })
  refuseUnless(user !== undefined, 'LINK_NOT_VALID')
  await endLinksOf(tx, user.id, at)
  await endSessionsOf(tx, user.id, at)
  return user
}

/** One's own new password in place of the one that was proved. The other sign-ins end; how many. */
export async function changePassword(
  tx: Tx,
  { proved, newHash, sessionId, at }: { proved: Proved; newHash: string; sessionId: string | null; at: Date },
): Promise<number> {
  const { count } = await tx.user.updateMany({
    where: { id: proved.userId, disabledAt: null, passwordHash: proved.passwordHash },
    data: { passwordHash: newHash },
  })
  refuseUnless(count === 1, 'CONFLICT')
  await endLinksOf(tx, proved.userId, at)
  return endSessionsOf(tx, proved.userId, at, sessionId)
}
