import type { Actor } from '@/lib/access/actor'
import { unseal } from '@/lib/access/sealing'
import { openStep } from '@/lib/access/sign-in-step'
import { admitCode } from '@/lib/access/throttle'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { publicUrl } from '@/lib/core/env'
import { Refusal } from '@/lib/core/result'
import { messagesOf } from '@/lib/text/messages'
import { authenticatorUri, inGroups } from './code-rules'
import type { Proved } from './credential-queries'

export type ProvedStep = Proved & { next: string }

/**
 * Who is at the second step of a sign-in. Counted before the code is looked at, by the person: only a right password leads
 * here, so nobody else can shut this gate.
 */
export async function proveStep({ ticket }: { ticket: string }): Promise<ProvedStep> {
  const step = openStep(ticket, now())
  if (!step) throw new Refusal('SIGN_IN_STEP_ENDED')
  await admitCode(step.userId)
  const user = await db.user.findUnique({
    where: { id: step.userId },
    select: { id: true, name: true, passwordHash: true, disabledAt: true },
  })
  if (!user?.passwordHash || user.disabledAt || !step.isOfPassword(user.passwordHash))
    throw new Refusal('SIGN_IN_STEP_ENDED')
  return { userId: user.id, name: user.name, passwordHash: user.passwordHash, next: step.next }
}

/** Counts a code that somebody types who is signed in. */
export const countOwnCode = (actor: Actor): Promise<void> => admitCode(actor.userId ?? '')

export type CodeStanding =
  | { state: 'OFF' }
  | { state: 'STARTED'; uri: string; secret: string }
  | { state: 'ON'; since: Date; recoveryLeft: number }

/** How the actor's own one-time codes stand; the secret only until a first code has confirmed it. */
export async function getCodeStanding(actor: Actor): Promise<CodeStanding> {
  const userId = actor.userId ?? ''
  const row = await db.oneTimeSecret.findUnique({
    where: { userId },
    select: { sealedSecret: true, confirmedAt: true, user: { select: { email: true, phone: true, name: true } } },
  })
  if (!row) return { state: 'OFF' }
  if (row.confirmedAt) {
    const recoveryLeft = await db.recoveryCode.count({ where: { userId, usedAt: null } })
    return { state: 'ON', since: row.confirmedAt, recoveryLeft }
  }
  const secret = unseal('one-time-secret', userId, row.sealedSecret)
  if (secret === null) return { state: 'OFF' }
  const { email, phone, name } = row.user
  const issuer = `${messagesOf('zh-CN').shell.shortName} ${new URL(publicUrl).host}`
  return { state: 'STARTED', uri: authenticatorUri(secret, issuer, email ?? phone ?? name), secret: inGroups(secret) }
}

/** Whether a person whom the actor may see signs in with a code. */
export const usesCodes = async (userId: string): Promise<boolean> =>
  (await db.oneTimeSecret.count({ where: { userId, confirmedAt: { not: null } } })) > 0
