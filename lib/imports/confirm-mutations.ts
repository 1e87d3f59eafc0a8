import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'

/**
 * Confirming writes whole sets: the judged rows lie in the database already, so the registry is filled from them by a
 * handful of statements in one transaction, and no row travels to the worker and back.
 */

/** Readers go on; whoever writes to the registry waits the second or two until this transaction ends. */
export async function lockRegistry(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE enterprises, licences, memberships IN SHARE ROW EXCLUSIVE MODE`
}

/** Whether any row would now be judged otherwise than in the preview that the officer has seen. */
export async function hasRegistryChanged(tx: Tx, importId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ changed: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM import_rows r LEFT JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.import_id = ${importId}::uuid AND r.verdict IN ('CHANGED', 'UNCHANGED')
        AND e.version IS DISTINCT FROM r.enterprise_version
      UNION ALL
      SELECT FROM import_rows r JOIN enterprises e ON e.credit_code = r.values->>'creditCode' AND e.name = r.values->>'name'
      WHERE r.import_id = ${importId}::uuid AND r.verdict = 'NEW'
      UNION ALL
      SELECT FROM import_rows r JOIN licences l ON l.number = r.values->>'licenceNumber'
      WHERE r.import_id = ${importId}::uuid AND r.verdict IN ('NEW', 'CHANGED')
        AND l.enterprise_id IS DISTINCT FROM r.enterprise_id
    ) AS changed`
  return row?.changed ?? false
}

/** Rows of the sheet `from` … `to`, both included. */
export type RowRange = { from: number; to: number }

/** Ranges that hold all rows of an import, so that its size is not that of the worker's memory. */
export async function rowRanges(tx: Tx, importId: string, size: number): Promise<RowRange[]> {
  const { _max } = await tx.importRow.aggregate({ where: { importId }, _max: { row: true } })
  const count = Math.ceil((_max.row ?? 0) / size)
  return Array.from({ length: count }, (_, index) => ({ from: index * size + 1, to: (index + 1) * size }))
}

export type NamedRow = {
  row: number
  name: string
  shortName: string | null
  establishment: string | null
  creditCode: string
}

/** The rows whose enterprises will be found under other words than before. */
export const listNamedRows = (tx: Tx, importId: string, { from, to }: RowRange): Promise<NamedRow[]> => tx.$queryRaw<
  NamedRow[]
>`
  SELECT r.row, r.values->>'name' AS name, coalesce(r.values->>'shortName', e.short_name) AS "shortName",
    coalesce(r.values->>'establishment', e.establishment) AS establishment, r.values->>'creditCode' AS "creditCode"
  FROM import_rows r LEFT JOIN enterprises e ON e.id = r.enterprise_id
  WHERE r.import_id = ${importId}::uuid AND r.row BETWEEN ${from} AND ${to}
    AND (r.verdict = 'NEW' OR (r.verdict = 'CHANGED' AND r.changes ?| ARRAY['name', 'shortName', 'establishment', 'creditCode']))`

/** A range of rows: under which words the enterprises of its named ones will be found, and the id of one that is new. */
export type TokenRange = RowRange & { tokens: readonly { row: number; id: string; tokens: string[] }[] }

/** Enters the new establishments and tells each row which one it has become. */
export async function enterNew(tx: Tx, importId: string, { from, to, tokens }: TokenRange, at: Date): Promise<number> {
  return tx.$executeRaw`
    WITH t AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) AS t(row int, id uuid, tokens text[])),
    made AS (
      INSERT INTO enterprises (id, credit_code, name, short_name, establishment, address, business_kind, industry_code,
        employees, size_class, standardization_level, standardization_valid_to, major_hazard_level, principal_name,
        principal_phone, safety_lead_name, safety_lead_phone, supervising_jurisdiction_id, located_district_id, note,
        search_tokens, created_at, updated_at)
      SELECT t.id, v."creditCode", v.name, v."shortName", v.establishment, coalesce(v.address, ''),
        v."businessKind"::"BusinessKind", v."industryCode", v.employees, v."sizeClass"::"SizeClass",
        v."standardizationLevel"::"StandardizationLevel", v."standardizationValidTo",
        v."majorHazardLevel"::"MajorHazardLevel", v."principalName", v."principalPhone", v."safetyLeadName",
        v."safetyLeadPhone", v."jurisdictionId", v."locatedDistrictId", coalesce(v.note, ''), t.tokens, ${at}::timestamptz, ${at}::timestamptz
      FROM import_rows r
        JOIN t ON t.row = r.row
        CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("creditCode" text, name text, "shortName" text,
          establishment text, address text, "businessKind" text, "industryCode" text, employees int, "sizeClass" text,
          "standardizationLevel" text, "standardizationValidTo" date, "majorHazardLevel" text, "principalName" text,
          "principalPhone" text, "safetyLeadName" text, "safetyLeadPhone" text, "jurisdictionId" uuid,
          "locatedDistrictId" uuid, note text)
      WHERE r.import_id = ${importId}::uuid AND r.row BETWEEN ${from} AND ${to} AND r.verdict = 'NEW'
      RETURNING id)
    UPDATE import_rows r SET enterprise_id = made.id, enterprise_version = 1
    FROM made JOIN t ON t.id = made.id
    WHERE r.import_id = ${importId}::uuid AND r.row = t.row`
}

/** Brings the known establishments up to date. What a row does not say stays as it is. */
export async function correctKnown(
  tx: Tx,
  importId: string,
  { from, to, tokens }: TokenRange,
  at: Date,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE enterprises e SET credit_code = v."creditCode", name = v.name,
      short_name = coalesce(v."shortName", e.short_name), establishment = coalesce(v.establishment, e.establishment),
      address = coalesce(v.address, e.address), business_kind = v."businessKind"::"BusinessKind",
      industry_code = coalesce(v."industryCode", e.industry_code), employees = coalesce(v.employees, e.employees),
      size_class = coalesce(v."sizeClass"::"SizeClass", e.size_class),
      standardization_level = coalesce(v."standardizationLevel"::"StandardizationLevel", e.standardization_level),
      standardization_valid_to = coalesce(v."standardizationValidTo", e.standardization_valid_to),
      major_hazard_level = coalesce(v."majorHazardLevel"::"MajorHazardLevel", e.major_hazard_level),
      principal_name = coalesce(v."principalName", e.principal_name),
      principal_phone = coalesce(v."principalPhone", e.principal_phone),
      safety_lead_name = coalesce(v."safetyLeadName", e.safety_lead_name),
      safety_lead_phone = coalesce(v."safetyLeadPhone", e.safety_lead_phone),
      supervising_jurisdiction_id = v."jurisdictionId",
      located_district_id = coalesce(v."locatedDistrictId", e.located_district_id), note = coalesce(v.note, e.note),
      search_tokens = coalesce(t.tokens, e.search_tokens), version = e.version + 1, updated_at = ${at}::timestamptz
    FROM import_rows r
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) AS t(row int, tokens text[]) ON t.row = r.row
      CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("creditCode" text, name text, "shortName" text,
        establishment text, address text, "businessKind" text, "industryCode" text, employees int, "sizeClass" text,
        "standardizationLevel" text, "standardizationValidTo" date, "majorHazardLevel" text, "principalName" text,
        "principalPhone" text, "safetyLeadName" text, "safetyLeadPhone" text, "jurisdictionId" uuid,
        "locatedDistrictId" uuid, note text)
    WHERE r.import_id = ${importId}::uuid AND r.row BETWEEN ${from} AND ${to} AND r.verdict = 'CHANGED'
      AND e.id = r.enterprise_id AND e.version = r.enterprise_version`
}

/** Enters the licences of the rows, or corrects those that are kept; never one of another enterprise. */
export async function enterLicences(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO licences AS l (id, enterprise_id, kind, number, issuer, scope, valid_from, valid_to)
    SELECT gen_random_uuid(), r.enterprise_id, v."licenceKind"::"LicenceKind", v."licenceNumber",
      coalesce(v."licenceIssuer", ''), coalesce(v."licenceScope", ''), v."licenceValidFrom", v."licenceValidTo"
    FROM import_rows r CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("licenceKind" text, "licenceNumber" text,
      "licenceIssuer" text, "licenceScope" text, "licenceValidFrom" date, "licenceValidTo" date)
    WHERE r.import_id = ${importId}::uuid AND r.verdict IN ('NEW', 'CHANGED')
      AND v."licenceNumber" IS NOT NULL AND v."licenceKind" IS NOT NULL
    ON CONFLICT (number) DO UPDATE SET kind = excluded.kind,
      issuer = coalesce(nullif(excluded.issuer, ''), l.issuer), scope = coalesce(nullif(excluded.scope, ''), l.scope),
      valid_from = coalesce(excluded.valid_from, l.valid_from), valid_to = coalesce(excluded.valid_to, l.valid_to)
    WHERE l.enterprise_id = excluded.enterprise_id`
}

/** Memberships of the 所属联盟 column for whoever is not in that alliance from that day on. */
export async function enterMemberships(tx: Tx, importId: string, joinedOn: Day, reason: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO memberships (id, alliance_id, enterprise_id, kind, joined_on, join_reason)
    SELECT gen_random_uuid(), a.id::uuid, r.enterprise_id, 'MEMBER', ${joinedOn}::date, ${reason}
    FROM import_rows r
      JOIN enterprises e ON e.id = r.enterprise_id AND (e.closed_on IS NULL OR e.closed_on > ${joinedOn}::date)
      CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(r.values->'allianceIds', '[]')) AS a(id)
    WHERE r.import_id = ${importId}::uuid AND r.verdict <> 'WRONG' AND NOT EXISTS (
      SELECT FROM memberships m WHERE m.enterprise_id = r.enterprise_id AND m.alliance_id = a.id::uuid
        AND (m.left_on IS NULL OR m.left_on > ${joinedOn}::date))`
}

/**
 * One entry of the trail for each enterprise that was entered or corrected, in the name of whoever confirmed. Phones stand
 * in it masked, as everywhere.
 */
export async function recordRows(tx: Tx, importId: string, fileName: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_events (id, at, actor_id, actor_name, actor_hat, verb, subject_type, subject_id, subject_label, changes)
    SELECT gen_random_uuid(), ${at}::timestamptz, c.actor_id, c.actor_name, c.actor_hat,
      CASE r.verdict WHEN 'NEW' THEN 'enterprise.import' ELSE 'enterprise.correct-by-import' END,
      'enterprise', r.enterprise_id::text, r.values->>'name',
      CASE r.verdict WHEN 'NEW' THEN jsonb_build_object('file', jsonb_build_array(NULL, ${fileName}::text))
        ELSE r.changes - ARRAY['principalPhone', 'safetyLeadPhone']
          || coalesce((SELECT jsonb_object_agg(p.key, '["***", "***"]'::jsonb) FROM jsonb_each(r.changes) p
            WHERE p.key IN ('principalPhone', 'safetyLeadPhone')), '{}') END
    FROM import_rows r CROSS JOIN (
      SELECT actor_id, actor_name, actor_hat FROM audit_events
      WHERE subject_type = 'import' AND subject_id = ${importId} AND verb = 'import.confirm'
      ORDER BY at DESC, id DESC LIMIT 1) c
    WHERE r.import_id = ${importId}::uuid AND r.verdict IN ('NEW', 'CHANGED')`
}

/** The import is done. Refuses when it was cancelled meanwhile, which takes everything back. */
export async function finishImport(tx: Tx, id: string, addedMemberships: number, at: Date): Promise<void> {
  const { count } = await tx.import.updateMany({
    where: { id, state: 'CONFIRMING' },
    data: { state: 'DONE', step: null, problem: null, addedMemberships, finishedAt: at },
  })
  refuseUnless(count === 1, 'IMPORT_CANCELLED')
}
