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

/** Everybody who acts today for one of these jurisdictions. */
export const officersOf = (jurisdictionIds: string[], today: Day): Prisma.Sql => Prisma.sql`
  SELECT a.user_id FROM appointments a
  WHERE a.jurisdiction_id = ANY(${jurisdictionIds}::uuid[]) AND a.starts_on <= ${today}::date
    AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)`
