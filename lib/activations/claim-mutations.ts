import type { Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Caller } from '@/lib/access/caller'
import type { Outcome } from '@/lib/access/perform'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import { appointUser, namePinyin } from '@/lib/users/mutations'
import { toAccount, whereAccount } from '@/lib/users/account-rules'
import { signIn, type SignedIn } from '@/lib/users/session-mutations'
import { issueTicket, type Claimable, type ClaimSubject, type ProvedCode } from './claim-queries'
import { haveCome } from './policy'
import type { ClaimantRole } from './rules'

const about = (enterprise: { id: string; name: string }, changes: Changes) => ({
  subjectType: 'enterprise',
  subjectId: enterprise.id,
  subjectLabel: enterprise.name,
  changes,
})

/** Whoever names an enterprise's people today. */
const administratorsOf = (enterpriseId: string, today: Day) => Prisma.sql`
  SELECT user_id FROM appointments WHERE enterprise_id = ${enterpriseId}::uuid AND is_administrator
    AND starts_on <= ${today}::date AND (ends_on IS NULL OR ends_on > ${today}::date)
  UNION SELECT user_id FROM mandates WHERE enterprise_id = ${enterpriseId}::uuid AND kind = 'PRINCIPAL'
    AND valid_from <= ${today}::date AND (valid_to IS NULL OR valid_to >= ${today}::date)`

/** A right code gives a ticket, by which somebody names himself. */
export const openClaim = (
  tx: Tx,
  proved: ProvedCode,
  { today, at }: { today: Day; at: Date },
): Promise<Outcome<{ ticket: string | null }>> =>
  proved.hasCome
    ? sendToAdministrator(tx, proved, { today, at })
    : Promise.resolve({ data: { ticket: issueTicket(proved.codeId, at) }, record: null })

/**
 * A right code for an enterprise that has come meanwhile by another way opens nothing: it is revoked, those who administer
 * the enterprise are told, and the person is told to ask them. Only who holds the code learns of it.
 */
async function sendToAdministrator(
  tx: Tx,
  { codeId, enterprise }: ProvedCode,
  { today, at }: { today: Day; at: Date },
): Promise<Outcome<{ ticket: null }>> {
  const { count } = await tx.activationCode.updateMany({
    where: { id: codeId, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  if (count === 0) return { data: { ticket: null }, record: null }
  await notify(tx, {
    kind: 'CLAIM_TRIED',
    params: { enterprise: enterprise.name },
    href: `/portal/enterprises/${enterprise.id}/people`,
    at,
    to: administratorsOf(enterprise.id, today),
  })
  return { data: { ticket: null }, record: about(enterprise, { activationCode: ['OPEN', null] }) }
}

type Claim = { role: ClaimantRole; validTo: Day | null; today: Day; at: Date }

/** Uses the code up: of two who come at once, one finds it. The row of the enterprise stands for "nobody has come". */
async function take(tx: Tx, { codeId, enterprise }: Claimable, userId: string, { today, at }: Claim): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enterprises WHERE id = ${enterprise.id}::uuid FOR NO KEY UPDATE`
  const { count } = await tx.activationCode.updateMany({
    where: { id: codeId, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at, usedById: userId },
  })
  refuseUnless(count === 1, 'TICKET_NOT_VALID')
  const come = await tx.enterprise.count({ where: { AND: [{ id: enterprise.id }, haveCome({ today })] } })
  refuseUnless(come === 0, 'ENTERPRISE_HAS_COME')
}

/** Makes the claimant the administrator of the enterprise's office, and its representative where he says he is. */
async function enter(tx: Tx, { enterprise }: Claimable, userId: string, { role, validTo, today, at }: Claim) {
  if (validTo !== null && validTo < today) throw new Refusal('INVALID', { validTo: 'IN_THE_PAST' })
  await administer(tx, enterprise.id, userId, today)
  if (role === 'KEEPER') return
  const held = { userId, enterpriseId: enterprise.id, kind: role, validFrom: { lte: toDate(today) } }
  if ((await tx.mandate.count({ where: { ...held, OR: holdsOn(today) } })) > 0) return
  await tx.mandate.create({
    data: {
      userId,
      enterpriseId: enterprise.id,
      kind: role,
      validFrom: toDate(today),
      validTo: validTo ? toDate(validTo) : null,
      createdAt: at,
    },
    select: { id: true },
  })
}

const holdsOn = (today: Day) => [{ validTo: null }, { validTo: { gte: toDate(today) } }]

/** One office, one appointment: whoever works there already administers it from now on. */
async function administer(tx: Tx, enterpriseId: string, userId: string, today: Day): Promise<void> {
  const on = toDate(today)
  const { count } = await tx.appointment.updateMany({
    where: { userId, enterpriseId, startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gt: on } }] },
    data: { isAdministrator: true },
  })
  if (count > 0) return
  const office = { role: 'ENTERPRISE' as const, officeId: enterpriseId }
  await appointUser(tx, userId, { office, isAdministrator: true, startsOn: today, endsOn: null })
}

const changesOf = (name: string, { role, validTo, today }: Claim): Changes => ({
  administrator: [null, name],
  ...(role !== 'KEEPER' && { mandateKind: [null, role], startsOn: [null, today], lastDay: [null, validTo] }),
})

type Newcomer = Claim & { account: string; name: string; caller: Caller; replaces: string | null }

/** Claims an enterprise for somebody who had no account, who is signed in at once. */
export async function claim(tx: Tx, claimable: ClaimSubject, newcomer: Newcomer): Promise<Outcome<SignedIn>> {
  const { name, at, caller, replaces } = newcomer
  const userId = await register(tx, claimable, newcomer)
  await take(tx, claimable, userId, newcomer)
  await enter(tx, claimable, userId, newcomer)
  const proved = { userId, name, passwordHash: claimable.passwordHash }
  const next = `/portal/enterprises/${claimable.enterprise.id}/people`
  const { data } = await signIn(tx, proved, { at, caller, replaces, next })
  return { data, record: { ...about(claimable.enterprise, changesOf(name, newcomer)), by: { id: userId, name } } }
}

/** An account that is there already is not taken over by whoever holds a letter: its owner signs in and claims so. */
async function register(tx: Tx, { passwordHash }: ClaimSubject, { name, at, ...typed }: Newcomer): Promise<string> {
  const account = toAccount(typed.account)
  if (!account) throw new Refusal('INVALID', { account: 'NOT_AN_ACCOUNT' })
  const known = await tx.user.count({ where: whereAccount(account) })
  if (known > 0) throw new Refusal('INVALID', { account: 'ACCOUNT_KNOWN' })
  const { id } = await tx.user.create({
    data: { ...account, name, namePinyin: namePinyin(name), passwordHash, createdAt: at },
    select: { id: true },
  })
  return id
}

/** Claims an enterprise for whoever is signed in, who wears its hat from then on. */
export async function claimAsMyself(
  tx: Tx,
  actor: Actor & { userId: string },
  claimable: Claimable,
  claimed: Claim,
): Promise<Outcome<{ next: string }>> {
  await take(tx, claimable, actor.userId, claimed)
  await enter(tx, claimable, actor.userId, claimed)
  await tx.session.updateMany({
    where: { id: actor.sessionId ?? '', revokedAt: null },
    data: { hat: `enterprise:${claimable.enterprise.id}` },
  })
  return {
    data: { next: `/portal/enterprises/${claimable.enterprise.id}/people` },
    record: about(claimable.enterprise, changesOf(actor.name, claimed)),
  }
}
