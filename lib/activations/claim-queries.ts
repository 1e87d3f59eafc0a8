import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import type { Caller } from '@/lib/access/caller'
import { sign, signedText } from '@/lib/access/signing'
import { admitAttempt, forgiveAttempt, takeOne } from '@/lib/access/throttle'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal } from '@/lib/core/result'
import { hashChosen } from '@/lib/users/credential-queries'
import { hashCode } from './mutations'
import { haveCome, isOpen } from './policy'
import { readCode, ticketMinutes } from './rules'

/** A code that may be used now. */
const isLive = (at: Date): Prisma.ActivationCodeWhereInput => ({
  usedAt: null,
  revokedAt: null,
  expiresAt: { gt: at },
})

export type ProvedCode = { codeId: string; enterprise: { id: string; name: string }; hasCome: boolean }

/**
 * Proves that credit code and code belong together. Wrong, used, expired, revoked, of another enterprise or of a closed
 * one: one answer after the same work, counted like a password, and written into the access log.
 */
export async function proveCode(
  actor: Actor,
  input: { creditCode: string; code: string },
  caller: Caller,
): Promise<ProvedCode> {
  const counted = `claim ${input.creditCode}`
  await admitAttempt(counted, caller.address)
  const code = readCode(input.code)
  const found = await db.activationCode.findFirst({
    where: {
      AND: [
        { codeHash: hashCode(code ?? ''), enterprise: { AND: [{ creditCode: input.creditCode }, isOpen(actor)] } },
        isLive(now()),
      ],
    },
    select: { id: true, enterprise: { select: { id: true, name: true } } },
  })
  if (!found) {
    await recordAccess(db, actor, {
      kind: 'REFUSED',
      subjectType: 'action',
      subjectId: null,
      detail: { action: 'activation.open', code: 'CODE_NOT_VALID', creditCode: input.creditCode.slice(0, 60) },
    })
    throw new Refusal('CODE_NOT_VALID')
  }
  await forgiveAttempt(counted, caller.address)
  const hasCome = await db.enterprise.count({ where: { AND: [{ id: found.enterprise.id }, haveCome(actor)] } })
  return { codeId: found.id, enterprise: found.enterprise, hasCome: hasCome > 0 }
}

/** Says for half an hour that its bearer knew credit code and code. Worth nothing once the code is used or revoked. */
export const issueTicket = (codeId: string, at: Date): string =>
  sign('activation-ticket', `${codeId} ${at.getTime() + ticketMinutes * 60_000}`)

export type Claimable = {
  codeId: string
  expiresAt: Date
  enterprise: { id: string; name: string; establishment: string | null; address: string; jurisdiction: string }
}

const claimableSelect = {
  id: true,
  expiresAt: true,
  enterprise: {
    select: {
      id: true,
      name: true,
      establishment: true,
      address: true,
      supervisingJurisdiction: { select: { name: true } },
    },
  },
} satisfies Prisma.ActivationCodeSelect

function codeIdOf(ticket: string, at: Date): string | null {
  const [codeId, until] = (signedText('activation-ticket', ticket) ?? '').split(' ')
  return isId(codeId) && Number(until) > at.getTime() ? codeId : null
}

/** What a ticket still opens: the enterprise that is to be claimed, or null. */
export async function claimableOf(client: Pick<Tx, 'activationCode'>, ticket: string): Promise<Claimable | null> {
  const at = now()
  const codeId = codeIdOf(ticket, at)
  if (!codeId) return null
  const code = await client.activationCode.findFirst({
    where: { AND: [{ id: codeId }, isLive(at)] },
    select: claimableSelect,
  })
  if (!code) return null
  const { supervisingJurisdiction, ...enterprise } = code.enterprise
  return {
    codeId: code.id,
    expiresAt: code.expiresAt,
    enterprise: { ...enterprise, jurisdiction: supervisingJurisdiction.name },
  }
}

export const getClaimable = (ticket: string | undefined): Promise<Claimable | null> =>
  ticket ? claimableOf(db, ticket) : Promise.resolve(null)

export type ReadyClaim = { passwordHash: string }

/** Readies the password of somebody who claims, once the ticket is found to be one. */
export async function readyClaim(
  input: { token: string; password: string; account: string; name: string },
  caller: Caller,
): Promise<ReadyClaim> {
  if (!(await takeOne('link-by-address', caller.address))) throw new Refusal('TOO_MANY_REQUESTS')
  if (!(await getClaimable(input.token))) throw new Refusal('TICKET_NOT_VALID')
  return {
    passwordHash: await hashChosen(input.password, [input.account, input.account.replaceAll(/[\s-]/g, ''), input.name]),
  }
}

export type ClaimSubject = Claimable & { passwordHash: string }

/** The enterprise of a ticket with the readied password. */
export async function claimSubject(
  tx: Tx,
  _actor: Actor,
  { token }: { token: string },
  prepared: ReadyClaim | undefined,
): Promise<ClaimSubject | null> {
  const claimable = await claimableOf(tx, token)
  if (!claimable) throw new Refusal('TICKET_NOT_VALID')
  return prepared ? { ...claimable, ...prepared } : null
}

/** The same for whoever is signed in. */
export async function ownClaimSubject(tx: Tx, _actor: Actor, { token }: { token: string }): Promise<Claimable> {
  const claimable = await claimableOf(tx, token)
  if (!claimable) throw new Refusal('TICKET_NOT_VALID')
  return claimable
}
