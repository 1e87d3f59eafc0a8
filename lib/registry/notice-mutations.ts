import type { Day } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'

/** Whoever speaks for an enterprise today: its principals, and the administrators of its office. */
export const spokespeopleOf = (enterpriseId: string, today: Day): Prisma.Sql => Prisma.sql`
  SELECT m.user_id FROM mandates m
  WHERE m.enterprise_id = ${enterpriseId}::uuid AND m.kind = 'PRINCIPAL' AND m.valid_from <= ${today}::date
    AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
  UNION
  SELECT a.user_id FROM appointments a
  WHERE a.enterprise_id = ${enterpriseId}::uuid AND a.is_administrator AND a.starts_on <= ${today}::date
    AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)`

/** Whoever holds a mandate of an enterprise today: its principals and those whom it designated. */
export const mandateHoldersOf = (enterpriseId: string, today: Day): Prisma.Sql => Prisma.sql`
  SELECT m.user_id FROM mandates m
  WHERE m.enterprise_id = ${enterpriseId}::uuid AND m.valid_from <= ${today}::date
    AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`

/** Whoever serves an alliance for its insurer today; whoever stands in for them too. */
export function coordinatorsOf(allianceId: string, today: Day): Prisma.Sql {
  const terms = Prisma.sql`SELECT id, coordinator_id, deputy_id FROM insurer_appointments
    WHERE alliance_id = ${allianceId}::uuid AND starts_on <= ${today}::date AND (ends_on IS NULL OR ends_on > ${today}::date)`
  return Prisma.sql`
    SELECT user_id FROM (SELECT unnest(ARRAY[coordinator_id, deputy_id]) AS user_id FROM (${terms}) AS terms) named
    WHERE user_id IS NOT NULL
    UNION SELECT deputy_id FROM covers WHERE appointment_id IN (SELECT id FROM (${terms}) AS terms)
      AND starts_on <= ${today}::date AND ends_on > ${today}::date`
}

/** Everybody who acts today for one of these jurisdictions. */
export const officersOf = (jurisdictionIds: string[], today: Day): Prisma.Sql => Prisma.sql`
  SELECT a.user_id FROM appointments a
  WHERE a.jurisdiction_id = ANY(${jurisdictionIds}::uuid[]) AND a.starts_on <= ${today}::date
    AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)`
