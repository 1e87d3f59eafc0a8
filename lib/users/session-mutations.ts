import type { Changes } from '@/lib/access/audit'
import type { Caller } from '@/lib/access/caller'
import type { WearableHat } from '@/lib/access/identity'
import { ownPath } from '@/lib/access/origin'
import type { Outcome } from '@/lib/access/perform'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Locale } from '@/lib/core/prisma/enums'
import { refuseUnless } from '@/lib/core/result'
import { settingsOn } from '@/lib/settings/queries'
import type { Proved } from './credential-queries'
import type { OwnAccount } from './subject-queries'

const aDay = 24 * 60 * 60 * 1_000

export type OpenedSession = { sessionId: string; locale: Locale }

/** People of whom a password alone is enough. */
const withoutCodes = { OR: [{ oneTimeSecret: { is: null } }, { oneTimeSecret: { is: { confirmedAt: null } } }] }

/**
 * Begins a sign-in: a new row with a new id each time; the one that the browser held before ends. The user's row is taken
 * first and must still bear the hash that was proved, so that a password changed or an account disabled in the meantime
 * leaves no door open.
 */
export async function openSession(
  tx: Tx,
  proved: Proved,
  { at, userAgent, replaces, withCode }: { at: Date; userAgent: string; replaces: string | null; withCode?: boolean },
): Promise<OpenedSession> {
  const [user] = await tx.user.updateManyAndReturn({
    where: {
      AND: [{ id: proved.userId, disabledAt: null, passwordHash: proved.passwordHash }, withCode ? {} : withoutCodes],
    },
    data: { lastSeenAt: at },
    select: { locale: true },
  })
  refuseUnless(user !== undefined, 'SIGN_IN_FAILED')
  if (replaces) await tx.session.updateMany({ where: { id: replaces, revokedAt: null }, data: { revokedAt: at } })
  const { signInDaysMax } = (await settingsOn(tx, dayOf(at))).passwords
  const session = await tx.session.create({
    data: {
      userId: proved.userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + signInDaysMax * aDay),
      userAgent,
    },
    select: { id: true },
  })
  return { sessionId: session.id, locale: user.locale }
}

export type SignedIn = OpenedSession & { next: string }

export type SignInContext = {
  at: Date
  caller: Caller
  replaces: string | null
  next?: string | undefined
  /** The code that was taken after the password. */
  withCode?: 'TOTP' | 'RECOVERY'
}

/** A sign-in with its record; returns only to addresses of the portal. */
export async function signIn(tx: Tx, proved: Proved, context: SignInContext): Promise<Outcome<SignedIn>> {
  const { at, caller, replaces, next, withCode } = context
  const opened = await openSession(tx, proved, {
    at,
    userAgent: caller.userAgent,
    replaces,
    withCode: withCode !== undefined,
  })
  const changes: Changes = withCode ? { codeKind: [null, withCode] } : {}
  return {
    data: { ...opened, next: ownPath(next, '/portal') },
    record: { ...aboutOwner(proved.userId, proved.name, changes), by: { id: proved.userId, name: proved.name } },
  }
}

const aboutOwner = (userId: string, name: string, changes: Changes = {}) => ({
  subjectType: 'user',
  subjectId: userId,
  subjectLabel: name,
  changes,
})

/** Ends all sign-ins of a user but one; how many were open. */
export async function endSessionsOf(tx: Tx, userId: string, at: Date, except: string | null = null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { AND: [{ userId, revokedAt: null, expiresAt: { gt: at } }, except ? { id: { not: except } } : {}] },
    data: { revokedAt: at },
  })
  return count
}

/** Ends one sign-in; whether it was still open. */
async function end(tx: Tx, sessionId: string | null, at: Date): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId ?? '', revokedAt: null },
    data: { revokedAt: at },
  })
  return count > 0
}

export async function signOut(tx: Tx, { userId, sessionId, name }: OwnAccount, at: Date): Promise<Outcome<null>> {
  const wasOpen = await end(tx, sessionId, at)
  return { data: null, record: wasOpen ? aboutOwner(userId, name) : null }
}

export async function endOwnSession(
  tx: Tx,
  session: { id: string; userId: string },
  { name, at }: { name: string; at: Date },
): Promise<Outcome<null>> {
  const wasOpen = await end(tx, session.id, at)
  return { data: null, record: wasOpen ? aboutOwner(session.userId, name) : null }
}

export async function endOtherSessions(
  tx: Tx,
  { userId, sessionId, name }: OwnAccount,
  at: Date,
): Promise<Outcome<{ ended: number }>> {
  const ended = await endSessionsOf(tx, userId, at, sessionId)
  return { data: { ended }, record: ended > 0 ? aboutOwner(userId, name, { endedSessions: [null, ended] }) : null }
}

/** Puts on a hat of the wearer for this sign-in; the next request acts under it. */
export async function wearHat(
  tx: Tx,
  { userId, sessionId, name, wearable }: OwnAccount & { wearable: WearableHat },
  before: string,
): Promise<Outcome<null>> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId ?? '', revokedAt: null },
    data: { hat: wearable.key },
  })
  refuseUnless(count === 1, 'SIGNED_OUT')
  return { data: null, record: aboutOwner(userId, name, { hat: [before, wearable.label] }) }
}

export async function chooseLanguage(
  tx: Tx,
  { userId, name }: OwnAccount,
  locale: Locale,
): Promise<Outcome<{ locale: Locale }>> {
  const { count } = await tx.user.updateMany({ where: { id: userId, locale: { not: locale } }, data: { locale } })
  return { data: { locale }, record: count > 0 ? aboutOwner(userId, name, { locale: [null, locale] }) : null }
}
