import type { Caller } from '@/lib/access/caller'
import type { Outcome } from '@/lib/access/perform'
import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { sendsMail } from '@/lib/core/mail'
import { refuseUnless } from '@/lib/core/result'
import { toAccount, whereAccount } from './account-rules'
import { endLinksOf, sendLink, takeLink } from './link-mutations'
import { becomeFirstAdministrator } from './mutations'
import { tellOwner } from './owner-mutations'
import { endSessionsOf, signIn, type SignedIn } from './session-mutations'
import type { Proved } from './credential-queries'

type Chosen = { token: string; passwordHash: string; at: Date }
type Browser = { caller: Caller; replaces: string | null }
type Person = { id: string; name: string }

const byOwner = ({ id, name }: Person) => ({
  subjectType: 'user',
  subjectId: id,
  subjectLabel: name,
  changes: {},
  by: { id, name },
})

/** The first password of an invited person, who is signed in at once: the link has proved as much as a password does. */
export async function activate(
  tx: Tx,
  { token, passwordHash, at }: Chosen,
  { caller, replaces }: Browser,
): Promise<Outcome<SignedIn>> {
  const { userId } = await takeLink(tx, 'INVITATION', token, at)
  const user = await setPassword(tx, userId, { passwordHash, before: null, at })
  return signIn(tx, { userId: user.id, name: user.name, passwordHash }, { at, caller, replaces })
}

/** The first administrator of a real database, signed in at once. */
export async function activateFirstAdministrator(
  tx: Tx,
  input: Chosen & { account: string; name: string; today: Day },
  { caller, replaces }: Browser,
): Promise<Outcome<SignedIn>> {
  const proved = await becomeFirstAdministrator(tx, input)
  return signIn(tx, proved, { at: input.at, caller, replaces })
}

/** A new password behind a reset link. All sign-ins end: whoever else knew the old one is out. */
export async function resetPassword(tx: Tx, { token, passwordHash, at }: Chosen): Promise<Outcome<null>> {
  const { userId } = await takeLink(tx, 'RESET', token, at)
  const user = await setPassword(tx, userId, { passwordHash, before: { not: null }, at })
  await endSessionsOf(tx, user.id, at)
  await tellOwner(tx, user.id, 'PASSWORD_CHANGED', at)
  return { data: null, record: byOwner(user) }
}

async function setPassword(
  tx: Tx,
  userId: string | null,
  { passwordHash, before, at }: { passwordHash: string; before: null | { not: null }; at: Date },
): Promise<Person> {
  const [user] = await tx.user.updateManyAndReturn({
    where: { id: userId ?? '', disabledAt: null, passwordHash: before },
    data: { passwordHash },
    select: { id: true, name: true },
  })
  refuseUnless(user !== undefined, 'LINK_NOT_VALID')
  await endLinksOf(tx, user.id, at)
  return user
}

/** One's own new password in place of the one that was proved. The other sign-ins end. */
export async function changePassword(
  tx: Tx,
  change: Proved & { newHash: string; sessionId: string | null; at: Date },
): Promise<Outcome<{ ended: number }>> {
  const { userId, name, passwordHash, newHash, sessionId, at } = change
  const { count } = await tx.user.updateMany({
    where: { id: userId, disabledAt: null, passwordHash },
    data: { passwordHash: newHash },
  })
  refuseUnless(count === 1, 'CONFLICT')
  await endLinksOf(tx, userId, at)
  await tellOwner(tx, userId, 'PASSWORD_CHANGED', at)
  const ended = await endSessionsOf(tx, userId, at, sessionId)
  return { data: { ended }, record: byOwner({ id: userId, name }) }
}

/**
 * Sends a link to whoever may have forgotten the password, and answers the same whether that account exists, is disabled,
 * has asked too often, or cannot be reached by mail. No link is ever shown here: whoever asks has proved nothing.
 */
export async function requestReset(
  tx: Tx,
  typed: string,
  { isHeard, at }: { isHeard: boolean; at: Date },
): Promise<Outcome<null>> {
  const account = toAccount(typed)
  const user =
    account?.email && isHeard && sendsMail
      ? await tx.user.findFirst({
          where: { AND: [whereAccount(account), { disabledAt: null }] },
          select: { id: true, name: true, email: true, locale: true, passwordHash: true },
        })
      : null
  if (!user) return { data: null, record: null }
  await sendLink(tx, user.passwordHash ? 'RESET' : 'INVITATION', user, { createdById: null, at })
  return { data: null, record: { subjectType: 'user', subjectId: user.id, subjectLabel: user.name, changes: {} } }
}
