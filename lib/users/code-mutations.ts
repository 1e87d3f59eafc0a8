import { seal, unseal } from '@/lib/access/sealing'
import { signatureOf } from '@/lib/access/signing'
import { ownPath } from '@/lib/access/origin'
import { sealStep } from '@/lib/access/sign-in-step'
import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { newRecoveryCodes, newSecret, readCode, recoveryCount, stepOf, writtenRecoveryCode } from './code-rules'
import type { Proved } from './credential-queries'
import { tellOwner } from './owner-mutations'
import { endSessionsOf, signIn, type SignedIn, type SignInContext } from './session-mutations'
import type { OwnAccount, UserSubject } from './subject-queries'

type Person = { userId: string; name: string }

const about = ({ userId, name }: Person, changes: Changes = {}) => ({
  subjectType: 'user',
  subjectId: userId,
  subjectLabel: name,
  changes,
})

/** Of a recovery code only this is kept: a mark that nobody can compute without the portal's secret. */
const markOf = (userId: string, code: string): string => signatureOf('recovery-code', `${userId} ${code}`)

const wrong = () => new Refusal('INVALID', { code: 'CODE_WRONG' })

export type Passed = (SignedIn & { ticket: null }) | { ticket: string; sessionId: null }

/** After a right password: a session for whoever uses no codes, and for all others a sealed note that leads to the code. */
export async function passPassword(tx: Tx, proved: Proved, context: SignInContext): Promise<Outcome<Passed>> {
  const { userId, passwordHash } = proved
  const isEnough = (await tx.oneTimeSecret.count({ where: { userId, confirmedAt: { not: null } } })) === 0
  if (isEnough) {
    const { data, record } = await signIn(tx, proved, context)
    return { data: { ...data, ticket: null }, record }
  }
  const next = ownPath(context.next, '/portal')
  return { data: { ticket: sealStep({ userId, passwordHash, next }, context.at), sessionId: null }, record: null }
}

/** A new secret that waits for its first code. One that waits already is replaced; one that counts is not. */
export async function startCodes(tx: Tx, owner: OwnAccount, at: Date): Promise<Outcome<null>> {
  const { userId } = owner
  const sealedSecret = seal('one-time-secret', userId, newSecret())
  const { count } = await tx.oneTimeSecret.updateMany({
    where: { userId, confirmedAt: null },
    data: { sealedSecret, createdAt: at },
  })
  if (count === 0) {
    const made = await tx.oneTimeSecret.createMany({
      data: [{ userId, sealedSecret, createdAt: at }],
      skipDuplicates: true,
    })
    refuseUnless(made.count === 1, 'CODES_ALREADY_ON')
  }
  return { data: null, record: null }
}

export type Codes = { codes: string[]; userId: string }

/** The first code proves that the authenticator has the secret. From then on it is asked for; other sign-ins end. */
export async function confirmCodes(
  tx: Tx,
  owner: OwnAccount,
  { code, at }: { code: string; at: Date },
): Promise<Outcome<Codes>> {
  const { userId } = owner
  const waiting = await tx.oneTimeSecret.findUnique({
    where: { userId },
    select: { sealedSecret: true, confirmedAt: true },
  })
  refuseUnless(waiting?.confirmedAt !== undefined, 'CODES_NOT_STARTED')
  refuseUnless(waiting.confirmedAt === null, 'CODES_ALREADY_ON')
  const typed = readCode(code)
  const secret = unseal('one-time-secret', userId, waiting.sealedSecret)
  const step = typed?.kind === 'TOTP' && secret ? stepOf(secret, typed.code, at) : null
  if (step === null) throw wrong()
  const { count } = await tx.oneTimeSecret.updateMany({
    where: { userId, confirmedAt: null, sealedSecret: waiting.sealedSecret },
    data: { confirmedAt: at, lastStep: step },
  })
  refuseUnless(count === 1, 'CODES_ALREADY_ON')
  const codes = await writeRecoveryCodes(tx, userId, at)
  await endSessionsOf(tx, userId, at, owner.sessionId)
  await tellOwner(tx, userId, 'CODES_ON', at)
  return { data: { codes, userId }, record: about(owner, { oneTimeCodes: [false, true] }) }
}

async function writeRecoveryCodes(tx: Tx, userId: string, at: Date): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeMark: markOf(userId, code), createdAt: at })),
  })
  return codes.map(writtenRecoveryCode)
}

/**
 * Takes a code of the authenticator, or a recovery code, once: of two that come at the same instant, one finds the row.
 * Which of them it was.
 */
export async function spendCode(tx: Tx, userId: string, code: string, at: Date): Promise<'TOTP' | 'RECOVERY'> {
  const typed = readCode(code)
  if (!typed) throw wrong()
  const known = await tx.oneTimeSecret.findUnique({
    where: { userId },
    select: { sealedSecret: true, confirmedAt: true },
  })
  if (!known?.confirmedAt) throw wrong()
  if (typed.kind === 'RECOVERY') {
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, codeMark: markOf(userId, typed.code), usedAt: null },
      data: { usedAt: at },
    })
    if (count === 0) throw wrong()
    return 'RECOVERY'
  }
  const secret = unseal('one-time-secret', userId, known.sealedSecret)
  const step = secret === null ? null : stepOf(secret, typed.code, at)
  if (step === null) throw wrong()
  const { count } = await tx.oneTimeSecret.updateMany({
    where: { userId, sealedSecret: known.sealedSecret, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  if (count === 0) throw new Refusal('INVALID', { code: 'CODE_USED' })
  return 'TOTP'
}

/** Ten new recovery codes; those before open nothing any more. */
export async function renewRecoveryCodes(
  tx: Tx,
  owner: OwnAccount,
  { code, at }: { code: string; at: Date },
): Promise<Outcome<Codes>> {
  await spendCode(tx, owner.userId, code, at)
  const codes = await writeRecoveryCodes(tx, owner.userId, at)
  return { data: { codes, userId: owner.userId }, record: about(owner, { recoveryCodes: [null, recoveryCount] }) }
}

async function forget(tx: Tx, userId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  const { count } = await tx.oneTimeSecret.deleteMany({ where: { userId, confirmedAt: { not: null } } })
  refuseUnless(count === 1, 'CODES_NOT_ON')
}

/** Off again, with the password (proved before) and a code. */
export async function stopCodes(
  tx: Tx,
  owner: Person,
  { code, at }: { code: string; at: Date },
): Promise<Outcome<null>> {
  await spendCode(tx, owner.userId, code, at)
  await forget(tx, owner.userId)
  await tellOwner(tx, owner.userId, 'CODES_OFF', at)
  return { data: null, record: about(owner, { oneTimeCodes: [true, false] }) }
}

/** For somebody who has lost the authenticator and the recovery codes. All sign-ins end, and the person is told. */
export async function resetCodes(tx: Tx, user: UserSubject, at: Date): Promise<Outcome<null>> {
  await forget(tx, user.id)
  await endSessionsOf(tx, user.id, at)
  await tellOwner(tx, user.id, 'CODES_RESET', at)
  return {
    data: null,
    record: about({ userId: user.id, name: user.name }, { oneTimeCodes: [true, false] }),
  }
}
