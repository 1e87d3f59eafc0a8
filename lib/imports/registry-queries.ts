import type { Tx } from '@/lib/core/db'
import type { Registered } from './comparison-rules'
import type { Judged, Names } from './row-rules'
import { nameFinder, shortenAlliance, shortenJurisdiction } from './rules'

/** What the bodies and alliances are called, for reading their names in a workbook. */
export async function loadNames(tx: Tx): Promise<Names> {
  // One after the other: a transaction has one connection.
  const jurisdictions = await tx.jurisdiction.findMany({
    select: { id: true, name: true, shortName: true, aliases: true, code: true },
  })
  const alliances = await tx.alliance.findMany({ select: { id: true, name: true, shortName: true, aliases: true } })
  return {
    jurisdiction: nameFinder(
      jurisdictions.map(({ id, shortName, name, aliases, code }) => ({
        id,
        name: shortName,
        otherNames: [name, code, ...aliases],
      })),
      shortenJurisdiction,
    ),
    alliance: nameFinder(
      alliances.map(({ id, name, shortName, aliases }) => ({ id, name, otherNames: [shortName, ...aliases] })),
      shortenAlliance,
    ),
  }
}

/**
 * The enterprises that a batch of rows may mean: those under its credit codes, and the holders of its licences. One
 * statement for a batch; reached by the unique indexes of both.
 */
export async function listRegistered(tx: Tx, batch: readonly Judged[]): Promise<Registered[]> {
  const said = <T>(value: T | undefined): value is T => value !== undefined
  const codes = batch.map(({ values }) => values.creditCode).filter(said)
  const numbers = batch.map(({ values }) => values.licenceNumber).filter(said)
  return tx.$queryRaw<Registered[]>`
    SELECT e.id, e.version, e.credit_code AS "creditCode", e.name, e.short_name AS "shortName", e.establishment, e.address,
      e.supervising_jurisdiction_id AS "jurisdictionId", s.short_name AS "jurisdiction",
      e.located_district_id AS "locatedDistrictId", d.short_name AS "locatedDistrict",
      e.business_kind AS "businessKind", e.industry_code AS "industryCode", e.employees, e.size_class AS "sizeClass",
      e.standardization_level AS "standardizationLevel", e.standardization_valid_to::text AS "standardizationValidTo",
      e.major_hazard_level AS "majorHazardLevel", e.principal_name AS "principalName",
      e.principal_phone AS "principalPhone", e.safety_lead_name AS "safetyLeadName",
      e.safety_lead_phone AS "safetyLeadPhone", e.note, e.merged_into_id IS NOT NULL AS "isMerged",
      coalesce((SELECT json_agg(json_build_object('number', l.number, 'kind', l.kind, 'issuer', l.issuer,
          'scope', l.scope, 'validFrom', l.valid_from, 'validTo', l.valid_to))
        FROM licences l WHERE l.enterprise_id = e.id), '[]'::json) AS licences
    FROM enterprises e
      JOIN jurisdictions s ON s.id = e.supervising_jurisdiction_id
      LEFT JOIN jurisdictions d ON d.id = e.located_district_id
    WHERE e.credit_code = ANY(${codes}::text[])
      OR e.id IN (SELECT l.enterprise_id FROM licences l WHERE l.number = ANY(${numbers}::text[]))`
}
