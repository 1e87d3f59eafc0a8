import type { Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, fromDateOrNull, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { invitePerson, type Invited } from '@/lib/users/mutations'
import type { MandateSubject, MandatingEnterprise } from './mandate-queries'
import type { GrantMandateInput } from './schema'

const about = <Data>(enterprise: MandatingEnterprise, changes: Changes, data: Data): Outcome<Data> => ({
  data,
  record: { subjectType: 'enterprise', subjectId: enterprise.id, subjectLabel: enterprise.name, changes },
})

/**
 * Lets a person represent an enterprise (notice 三(一): 主要负责人或指定专人), from a day on. Whoever has no account yet gets
 * one with an invitation. Mandates of one kind for one person follow each other: the database refuses an overlap
 * (MANDATES_DO_NOT_OVERLAP).
 */
export async function grantMandate(
  tx: Tx,
  actor: Actor,
  enterprise: MandatingEnterprise,
  { account, name, kind, validFrom, validTo }: GrantMandateInput,
  at: Date,
): Promise<Outcome<Invited>> {
  const invited = await invitePerson(tx, { account, name, createdById: actor.userId, at })
  await tx.mandate.create({
    data: {
      userId: invited.userId,
      enterpriseId: enterprise.id,
      kind,
      validFrom: toDate(validFrom),
      validTo: validTo ? toDate(validTo) : null,
      createdAt: at,
    },
    select: { id: true },
  })
  const changes: Changes = {
    holder: [null, invited.name],
    mandateKind: [null, kind],
    startsOn: [null, validFrom],
    lastDay: [null, validTo],
  }
  return about(enterprise, changes, invited)
}

/**
 * Ends every mandate and every place in the office of an enterprise that closes: from that day on nobody acts for it. What
 * was to begin later never held. Answers how many people that concerns.
 */
export async function endStandingsOf(tx: Tx, enterpriseId: string, on: Day): Promise<number> {
  const [ended] = await tx.$queryRaw<{ people: number }[]>`
    WITH mandated AS (
      UPDATE mandates SET valid_to = greatest(valid_from - 1, ${on}::date - 1)
      WHERE enterprise_id = ${enterpriseId}::uuid AND (valid_to IS NULL OR valid_to >= ${on}::date)
      RETURNING user_id),
    staff AS (
      UPDATE appointments SET ends_on = greatest(starts_on, ${on}::date)
      WHERE enterprise_id = ${enterpriseId}::uuid AND (ends_on IS NULL OR ends_on > ${on}::date)
      RETURNING user_id)
    SELECT count(*)::int AS people FROM (SELECT user_id FROM mandated UNION SELECT user_id FROM staff) p`
  return ended?.people ?? 0
}

/**
 * Takes a mandate back: from today on it no longer holds, at the next request. What was attended under it keeps counting;
 * one that was to begin later never held.
 */
export async function endMandate(tx: Tx, mandate: MandateSubject, today: Day): Promise<Outcome<null>> {
  const yesterday = plusDays(today, -1)
  const beforeItBegan = plusDays(fromDate(mandate.validFrom), -1)
  const lastDay = yesterday < beforeItBegan ? beforeItBegan : yesterday
  const { count } = await tx.mandate.updateMany({
    where: { id: mandate.id, OR: [{ validTo: null }, { validTo: { gt: toDate(lastDay) } }] },
    data: { validTo: toDate(lastDay) },
  })
  refuseUnless(count === 1, 'MANDATE_ENDED')
  const changes: Changes = {
    holder: [mandate.user.name, null],
    mandateKind: [mandate.kind, null],
    lastDay: [fromDateOrNull(mandate.validTo), lastDay],
  }
  return about(mandate.enterprise, changes, null)
}
