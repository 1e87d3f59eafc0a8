import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import type { Outcome } from '@/lib/access/perform'
import { signatureOf } from '@/lib/access/signing'
import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { mayBeIssued } from './policy'
import { codeLength, codeOf, printedCode, validityOf } from './rules'

/**
 * What is kept of a code: 60 bits could be searched through by whoever steals the table, but not without the key, which
 * does not lie in the database.
 */
export const hashCode = (code: string): string => signatureOf('activation-code', code)

export const newCode = (): string => codeOf(randomBytes(codeLength))

export type Drawn = { enterpriseId: string; code: string }

type Issuing = { actor: Pick<Actor, 'userId' | 'today'>; expiresAt: Date; at: Date }

/**
 * Issues codes that were drawn before. Those of an enterprise that came or closed meanwhile are left out: the ids that
 * got theirs. What an enterprise held before is revoked; two who issue at once go one after the other, and the later
 * code holds (one open code per enterprise: ACTIVATION_CODES_ONE_OPEN_PER_ENTERPRISE).
 */
export async function issueCodes(tx: Tx, drawn: Drawn[], { actor, expiresAt, at }: Issuing): Promise<Set<string>> {
  const ids = drawn.map(({ enterpriseId }) => enterpriseId)
  await tx.$queryRaw`SELECT id FROM enterprises WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const issuable = await tx.enterprise.findMany({
    where: { AND: [{ id: { in: ids } }, mayBeIssued(actor)] },
    select: { id: true },
  })
  const issued = new Set(issuable.map(({ id }) => id))
  await tx.activationCode.updateMany({
    where: { enterpriseId: { in: [...issued] }, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  await tx.activationCode.createMany({
    data: drawn
      .filter(({ enterpriseId }) => issued.has(enterpriseId))
      .map(({ enterpriseId, code }) => ({
        enterpriseId,
        codeHash: hashCode(code),
        issuedById: actor.userId ?? '',
        issuedAt: at,
        expiresAt,
      })),
  })
  return issued
}

export type Issued = { code: string; lastDay: Day }

/** Issues a code to one enterprise and shows it once. */
export async function issueCode(
  tx: Tx,
  enterprise: { id: string; name: string },
  { actor, days, at }: { actor: Actor; days: number; at: Date },
): Promise<Outcome<Issued>> {
  const code = newCode()
  const { lastDay, expiresAt } = validityOf(actor.today, days)
  const issued = await issueCodes(tx, [{ enterpriseId: enterprise.id, code }], { actor, expiresAt, at })
  refuseUnless(issued.size === 1, 'ENTERPRISE_HAS_COME')
  return {
    data: { code: printedCode(code), lastDay },
    record: {
      subjectType: 'enterprise',
      subjectId: enterprise.id,
      subjectLabel: enterprise.name,
      changes: { codeValidTo: [null, lastDay] },
    },
  }
}
