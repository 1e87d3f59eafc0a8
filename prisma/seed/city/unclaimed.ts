import { randomBytes } from 'node:crypto'
import { validityOf, validDaysUsual } from '@/lib/activations/rules'
import { fromLocal, plusDays, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'

/** One enterprise of so many has not come: nobody of it has ever opened the account. */
const oneOf = 9

/**
 * Leaves some enterprises of the city unclaimed: their people are on record and cannot sign in. Most hold a code that is
 * still good, some one that has run out, the rest, a coatings firm among them, were given none. Nobody knows the codes;
 * whoever wants to claim one issues it anew. Not the enterprises of the demo accounts, nor whose people work for another
 * one too.
 */
export async function leaveUnclaimed(tx: Tx, anchor: Day): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM enterprises e
    WHERE NOT EXISTS (
      SELECT FROM (SELECT user_id FROM mandates WHERE enterprise_id = e.id
          UNION SELECT user_id FROM appointments WHERE enterprise_id = e.id) own JOIN users u ON u.id = own.user_id
        WHERE u.email ~ '^[a-z]+[0-9]?@demo[.]test$'
          OR EXISTS (SELECT FROM mandates m WHERE m.user_id = u.id AND m.enterprise_id <> e.id)
          OR EXISTS (SELECT FROM appointments a WHERE a.user_id = u.id AND a.enterprise_id IS DISTINCT FROM e.id))
      AND NOT EXISTS (SELECT FROM memberships s WHERE s.enterprise_id = e.id AND s.kind = 'LEAD')
    ORDER BY EXISTS (SELECT FROM memberships s JOIN alliances a ON a.id = s.alliance_id
      WHERE s.enterprise_id = e.id AND s.left_on IS NULL AND a.slug = 'coatings') DESC, e.name, e.id`
  const ids = found.map(({ id }) => id).filter((_, index) => index % oneOf === 0)
  await tx.$executeRaw`
    UPDATE users SET password_hash = NULL WHERE id IN (
      SELECT user_id FROM mandates WHERE enterprise_id = ANY(${ids}::uuid[])
      UNION SELECT user_id FROM appointments WHERE enterprise_id = ANY(${ids}::uuid[]))`
  await give(
    tx,
    ids.filter((_, index) => [1, 2, 3].includes(index % 6)),
    plusDays(anchor, -20),
  )
  await give(
    tx,
    ids.filter((_, index) => index % 6 === 4),
    plusDays(anchor, -75),
  )
}

/** Codes whose letters were lost: what is kept is the hash of nothing, so that no key is needed to make them. */
async function give(tx: Tx, ids: string[], on: Day): Promise<void> {
  const officer = await tx.user.findUniqueOrThrow({ where: { email: 'officer@demo.test' }, select: { id: true } })
  const { expiresAt } = validityOf(on, validDaysUsual)
  await tx.activationCode.createMany({
    data: ids.map((enterpriseId) => ({
      enterpriseId,
      codeHash: randomBytes(16).toString('base64url'),
      issuedById: officer.id,
      issuedAt: fromLocal(`${on}T14:20`),
      expiresAt,
    })),
  })
}
