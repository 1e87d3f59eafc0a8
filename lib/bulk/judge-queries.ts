import { Prisma } from '@/lib/core/prisma/client'
import type { Change } from './schema'

/**
 * What becomes of each chosen enterprise, as one statement that is used twice: counted for the check before it begins, and
 * written down by the worker. Columns: row, enterprise_id, outcome, problem, params, membership_id, before, version.
 */
export function judged(change: Exclude<Change, { act: 'export' }>, ids: string[]): Prisma.Sql {
  const chosen = Prisma.sql`unnest(${ids}::uuid[]) WITH ORDINALITY AS c(id, row) JOIN enterprises e ON e.id = c.id`
  switch (change.act) {
    case 'admit':
      return judgedAdmission(chosen, change)
    case 'release':
      return judgedRelease(chosen, change)
    case 'size':
      return judgedField(chosen, Prisma.sql`e.size_class IS NOT DISTINCT FROM ${change.sizeClass}::"SizeClass"`, sizeOf)
    case 'standardize':
      return judgedField(
        chosen,
        Prisma.sql`(e.standardization_level, e.standardization_valid_to)
          IS NOT DISTINCT FROM (${change.level}::"StandardizationLevel", ${change.validTo}::date)`,
        levelOf,
      )
  }
}

type OnDay = { allianceId: string; on: string }

const outcome = (done: Prisma.Sql, unchanged: Prisma.Sql) => Prisma.sql`
  CASE WHEN ${unchanged} THEN 'UNCHANGED' WHEN ${done} THEN 'DONE' ELSE 'REFUSED' END::"BulkOutcome"`

/** Whoever is a member on that day stays one; whoever becomes one later, or is closed by then, is told. */
const judgedAdmission = (chosen: Prisma.Sql, { allianceId, on }: OnDay) => Prisma.sql`
  SELECT c.row::int AS row, e.id AS enterprise_id,
    ${outcome(Prisma.sql`m.id IS NULL AND (e.closed_on IS NULL OR e.closed_on > ${on}::date)`, Prisma.sql`coalesce(m.joined_on <= ${on}::date, false)`)} AS outcome,
    CASE WHEN m.joined_on <= ${on}::date THEN 'IS_MEMBER' WHEN m.id IS NOT NULL THEN 'ALREADY_A_MEMBER'
      WHEN e.closed_on <= ${on}::date THEN 'ENTERPRISE_CLOSED' END AS problem,
    jsonb_strip_nulls(jsonb_build_object('name', e.name, 'since', m.joined_on)) AS params,
    NULL::uuid AS membership_id, '{}'::jsonb AS before, NULL::int AS version
  FROM ${chosen} LEFT JOIN LATERAL (
    SELECT m.id, m.joined_on FROM memberships m
    WHERE m.enterprise_id = e.id AND m.alliance_id = ${allianceId}::uuid AND (m.left_on IS NULL OR m.left_on > ${on}::date)
    ORDER BY m.joined_on LIMIT 1) m ON true`

/** A lead is ended by its own decision first; whoever is no member, or leaves already, stays as it is. */
const judgedRelease = (chosen: Prisma.Sql, { allianceId, on }: OnDay) => Prisma.sql`
  SELECT c.row::int AS row, e.id AS enterprise_id,
    ${outcome(Prisma.sql`m.kind = 'MEMBER' AND m.joined_on <= ${on}::date`, Prisma.sql`m.id IS NULL`)} AS outcome,
    CASE WHEN m.id IS NULL THEN 'NO_OPEN_MEMBERSHIP' WHEN m.kind <> 'MEMBER' THEN 'LEAD_MUST_BE_ENDED_FIRST'
      WHEN m.joined_on > ${on}::date THEN 'JOINED_LATER' END AS problem,
    jsonb_strip_nulls(jsonb_build_object('name', e.name, 'since', m.joined_on)) AS params,
    m.id AS membership_id, '{}'::jsonb AS before, NULL::int AS version
  FROM ${chosen} LEFT JOIN LATERAL (
    SELECT m.id, m.joined_on, m.kind FROM memberships m
    WHERE m.enterprise_id = e.id AND m.alliance_id = ${allianceId}::uuid AND m.left_on IS NULL
    LIMIT 1) m ON true`

const sizeOf = Prisma.sql`jsonb_build_object('sizeClass', e.size_class)`
const levelOf = Prisma.sql`jsonb_build_object('standardizationLevel', e.standardization_level,
  'standardizationValidTo', e.standardization_valid_to)`

const judgedField = (chosen: Prisma.Sql, isSame: Prisma.Sql, before: Prisma.Sql) => Prisma.sql`
  SELECT c.row::int AS row, e.id AS enterprise_id,
    ${outcome(Prisma.sql`true`, isSame)} AS outcome,
    CASE WHEN ${isSame} THEN 'IS_SO_ALREADY' END AS problem,
    jsonb_build_object('name', e.name) AS params,
    NULL::uuid AS membership_id, ${before} AS before, e.version + 1 AS version
  FROM ${chosen}`
