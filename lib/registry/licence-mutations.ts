import { plusDays, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { notify } from '@/lib/notifications/mutations'
import { rungDays, reminderSteps } from './licence-rules'
import { officersOf, spokespeopleOf } from './notice-mutations'

type Due = { enterpriseId: string; enterprise: string; number: string; validTo: Day; step: number }

/**
 * Tells a jurisdiction and its enterprises of the licences that have come to a step of the ladder. What was told is kept
 * in the same transaction, so that a second run, or one that died half-way, tells nobody twice. How many licences.
 */
export async function remindJurisdiction(
  tx: Tx,
  jurisdictionId: string,
  { today, at }: { today: Day; at: Date },
): Promise<number> {
  const due = await writeDown(tx, jurisdictionId, today, at)
  for (const { enterpriseId, enterprise, number, validTo, step } of due)
    await notify(tx, {
      kind: 'LICENCE_EXPIRING',
      params: { enterprise, number, day: validTo, days: String(step) },
      href: `/portal/enterprises/${enterpriseId}`,
      at,
      to: spokespeopleOf(enterpriseId, today),
    })
  for (const step of reminderSteps) {
    const count = due.filter((one) => one.step === step).length
    if (count === 0) continue
    await notify(tx, {
      kind: 'LICENCES_EXPIRING',
      params: { count: String(count), days: String(step) },
      href: '/portal/enterprises/licences',
      at,
      to: officersOf([jurisdictionId], today),
    })
  }
  return due.length
}

/** The licences of open enterprises that nobody has been told of at their present step; now they have. */
const writeDown = (tx: Tx, jurisdictionId: string, today: Day, at: Date): Promise<Due[]> =>
  tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT l.id, l.number, l.valid_to, e.id AS enterprise_id, e.name,
        CASE WHEN l.valid_to <= ${rungDays('D7', today).to}::date THEN 7
          WHEN l.valid_to <= ${rungDays('D30', today).to}::date THEN 30 ELSE 90 END AS step
      FROM licences l JOIN enterprises e ON e.id = l.enterprise_id
      WHERE e.supervising_jurisdiction_id = ${jurisdictionId}::uuid AND (e.closed_on IS NULL OR e.closed_on > ${today}::date)
        AND l.valid_to BETWEEN ${today}::date AND ${plusDays(today, reminderSteps[0])}::date),
    told AS (
      INSERT INTO licence_reminders (id, licence_id, step, valid_to, created_at)
      SELECT gen_random_uuid(), id, step, valid_to, ${at} FROM due
      ON CONFLICT DO NOTHING RETURNING licence_id)
    SELECT d.enterprise_id AS "enterpriseId", d.name AS enterprise, d.number, d.valid_to::text AS "validTo", d.step
    FROM due d JOIN told t ON t.licence_id = d.id ORDER BY d.valid_to, d.id`
