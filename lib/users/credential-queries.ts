import { nothing, type Actor } from '@/lib/access/actor'
import type { Caller } from '@/lib/access/caller'
import { hashLinkToken } from '@/lib/access/link-token'
import { hashPassword, verifyPassword } from '@/lib/access/password'
import { admitAttempt, forgiveAttempt, takeOne } from '@/lib/access/throttle'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Locale, UserTokenKind } from '@/lib/core/prisma/enums'
import { Refusal } from '@/lib/core/result'
import { settingsNow } from '@/lib/settings/queries'
import { accountText, toAccount, whereAccount } from './account-rules'
import { passwordProblem } from './rules'

/** A password that was proved against the hash that stood then; writes repeat that hash in their own where. */
export type Proved = { userId: string; name: string; passwordHash: string }

/**
 * Proves an account's password. Unknown, wrong, disabled and not yet activated are one answer after the same work: an
 * attempt counted, one row looked for, one verification.
 */
export async function authenticate(input: { account: string; password: string }, caller: Caller): Promise<Proved> {
  const account = toAccount(input.account)
  const counted = account ? accountText(account) : input.account.normalize('NFKC').toLowerCase()
  await admitAttempt(counted, caller.address)
  const user = await db.user.findFirst({
    where: account ? whereAccount(account) : nothing,
    select: { id: true, name: true, passwordHash: true, disabledAt: true },
  })
  const isProved = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user?.passwordHash || !isProved || user.disabledAt) throw new Refusal('SIGN_IN_FAILED')
  await forgiveAttempt(counted, caller.address)
  return { userId: user.id, name: user.name, passwordHash: user.passwordHash }
}

export type ProvedForChange = Proved & { newHash: string }

export type ProvedOwner = Proved & { email: string | null; phone: string | null; locale: Locale }

/** Proves one's own present password. Counted like a sign-in: a session is no licence to guess. */
export async function proveOwner(actor: Actor, current: string, caller: Caller): Promise<ProvedOwner> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId ?? '' },
    select: { id: true, name: true, email: true, phone: true, locale: true, passwordHash: true },
  })
  const counted = user.email ?? user.phone ?? ''
  await admitAttempt(counted, caller.address)
  const isProved = await verifyPassword(user.passwordHash, current)
  if (!user.passwordHash || !isProved) throw new Refusal('INVALID', { current: 'PASSWORD_WRONG' })
  await forgiveAttempt(counted, caller.address)
  const { id, passwordHash, ...rest } = user
  return { userId: id, passwordHash, ...rest }
}

/** Proves the present password and readies the new one. */
export async function proveForChange(
  actor: Actor,
  input: { current: string; password: string },
  caller: Caller,
): Promise<ProvedForChange> {
  const owner = await proveOwner(actor, input.current, caller)
  const newHash = await hashChosen(input.password, [owner.email, owner.phone, owner.name])
  return { userId: owner.userId, name: owner.name, passwordHash: owner.passwordHash, newHash }
}

/** The hash of a new password that keeps the rules. */
export async function hashChosen(password: string, own: (string | null)[]): Promise<string> {
  const { lengthMin } = (await settingsNow()).passwords
  const problem = passwordProblem(
    password,
    own.filter((text) => text !== null),
    lengthMin,
  )
  if (problem) throw new Refusal('INVALID', { password: problem }, { lengthMin })
  return hashPassword(password)
}

/** A link that may be used now, with whom it is for. */
export type LiveLink = {
  kind: UserTokenKind
  expiresAt: Date
  /** The address that the link confirms. */
  email: string | null
  user: { id: string; name: string; email: string | null; phone: string | null } | null
}

/** Looks at a link without using it: what a page shows before somebody presses the button. */
export async function getLiveLink(token: string, kinds: UserTokenKind[]): Promise<LiveLink | null> {
  const link = await db.userToken.findUnique({
    where: { tokenHash: hashLinkToken(token) },
    select: {
      kind: true,
      expiresAt: true,
      usedAt: true,
      email: true,
      user: { select: { id: true, name: true, email: true, phone: true, disabledAt: true } },
    },
  })
  if (!link || link.usedAt || link.expiresAt <= now() || !kinds.includes(link.kind)) return null
  if (link.user?.disabledAt) return null
  return { kind: link.kind, expiresAt: link.expiresAt, email: link.email, user: link.user }
}

export type Ready = { passwordHash: string }

/** Readies the password that somebody chose behind a link. The link itself is used by the mutation. */
export async function readyPassword(
  kind: UserTokenKind,
  input: { token: string; password: string; account?: string; name?: string },
  caller: Caller,
): Promise<Ready> {
  if (!(await takeOne('link-by-address', caller.address))) throw new Refusal('TOO_MANY_REQUESTS')
  const link = await getLiveLink(input.token, [kind])
  if (!link) throw new Refusal('LINK_NOT_VALID')
  const own = [link.user?.email, link.user?.phone, link.user?.name, input.account, input.name]
  return {
    passwordHash: await hashChosen(
      input.password,
      own.map((text) => text ?? null),
    ),
  }
}

export type Heard = { isHeard: boolean }

/** Whether a reset may be asked for: by this address at all, and (told to nobody) for this account again. */
export async function countResetRequest(account: string, caller: Caller): Promise<Heard> {
  if (!(await takeOne('reset-by-address', caller.address))) throw new Refusal('TOO_MANY_REQUESTS')
  const plain = toAccount(account)
  return { isHeard: plain !== null && (await takeOne('reset-by-account', accountText(plain))) }
}

/** Counts a change of one's contacts: each tells something of who has an account. */
export async function countContactChange(actor: Actor): Promise<void> {
  if (!(await takeOne('contact-by-user', actor.userId ?? ''))) throw new Refusal('TOO_MANY_REQUESTS')
}

/** Counts a link that confirms an address, like every other link. */
export async function countConfirmation(caller: Caller): Promise<{ isCounted: true }> {
  if (!(await takeOne('link-by-address', caller.address))) throw new Refusal('TOO_MANY_REQUESTS')
  return { isCounted: true }
}
