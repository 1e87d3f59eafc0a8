import { plusDays, dayOf } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'
import type { ReportScope } from './policy'
import { periodOf } from './rules'
import type { Measure, ReportFilter } from './schema'

const { sql, empty, join } = Prisma

/** Which memberships a scope reads. */
function scopeOf(scope: ReportScope): Prisma.Sql {
  switch (scope.kind) {
    case 'CITY':
      return sql`true`
    case 'JURISDICTION':
      return sql`t.jurisdiction_id = ${scope.jurisdictionId}::uuid`
    case 'ALLIANCES':
      return scope.allianceIds.length > 0
        ? sql`m.alliance_id IN (${join(scope.allianceIds.map((id) => sql`${id}::uuid`))})`
        : sql`false`
    case 'ENTERPRISE':
      return sql`e.id = ${scope.enterpriseId}::uuid`
    default:
      return sql`false`
  }
}

/**
 * `facts`: one row for each enterprise × activity that was offered to it, with what came of it. Offered: the activity was
 * held and its audience included an alliance of which the enterprise was a member on the Beijing day of its start. With
 * `perAlliance` a firm in two alliances has a row in each, otherwise one. `member`: every enterprise of the scope with a
 * membership in the period, so that a firm to which nothing was offered still has its line. `stint`: who supervised it
 * from when until when; a membership is cut where the supervision changed, so that what was done before a move stays with
 * the jurisdiction that it was done under. What stayed at an entry that was merged counts for the one that stands for it.
 */
export function factsOf(scope: ReportScope, filter: ReportFilter, perAlliance: boolean): Prisma.Sql {
  const { from, to } = periodOf(filter)
  const firstDay = dayOf(from)
  const dayAfter = plusDays(dayOf(new Date(to.getTime() - 1)), 1)
  const alliance = perAlliance ? sql`, m.alliance_id` : empty

  return sql`held AS (
      SELECT a.id, a.kind, a.starts_at, (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day
      FROM activities a
      WHERE a.state IN ('HELD', 'CLOSED') AND a.starts_at >= ${from} AND a.starts_at < ${to}),
    stint AS (
      SELECT enterprise_id, jurisdiction_id, starts_on AS since, ends_on AS until FROM enterprise_supervisions
      UNION ALL
      SELECT e.id, e.supervising_jurisdiction_id, p.last, NULL FROM enterprises e
      LEFT JOIN (SELECT enterprise_id, max(ends_on) AS last FROM enterprise_supervisions GROUP BY 1) p ON p.enterprise_id = e.id),
    member AS (
      SELECT e.id AS enterprise_id, m.alliance_id, greatest(m.joined_on, t.since) AS joined_on, least(m.left_on, t.until) AS left_on,
        e.name, t.jurisdiction_id
      FROM memberships m
      JOIN enterprises said ON said.id = m.enterprise_id
      JOIN enterprises e ON e.id = coalesce(said.merged_into_id, said.id)
      JOIN stint t ON t.enterprise_id = e.id
        AND (t.until IS NULL OR t.until > m.joined_on) AND (t.since IS NULL OR m.left_on IS NULL OR t.since < m.left_on)
      JOIN alliances l ON l.id = m.alliance_id
      JOIN jurisdictions j ON j.id = t.jurisdiction_id
      WHERE ${scopeOf(scope)}
        AND m.joined_on < ${dayAfter}::date AND (m.left_on IS NULL OR m.left_on > ${firstDay}::date)
        AND (t.since IS NULL OR t.since < ${dayAfter}::date) AND (t.until IS NULL OR t.until > ${firstDay}::date)
        ${filter.alliance ? sql`AND l.slug = ${filter.alliance}` : empty}
        ${filter.jurisdiction ? sql`AND j.code = ${filter.jurisdiction}` : empty}
        ${filter.enterpriseId ? sql`AND e.id = ${filter.enterpriseId}::uuid` : empty}),
    offered AS (
      SELECT DISTINCT m.enterprise_id, m.jurisdiction_id, h.id AS activity_id, h.kind ${alliance}
      FROM held h
      JOIN activity_alliances aa ON aa.activity_id = h.id
      JOIN member m ON m.alliance_id = aa.alliance_id AND m.joined_on <= h.day AND (m.left_on IS NULL OR m.left_on > h.day)),
    came AS (
      SELECT t.activity_id, coalesce(e.merged_into_id, e.id) AS enterprise_id, bool_or(t.mandate_kind IS NOT NULL) AS by_mandate,
        bool_or(t.mandate_kind = 'PRINCIPAL') AS principal
      FROM attendances t JOIN enterprises e ON e.id = t.enterprise_id
      WHERE t.undone_at IS NULL AND t.activity_id IN (SELECT id FROM held)
        AND coalesce(e.merged_into_id, e.id) IN (SELECT enterprise_id FROM member)
      GROUP BY 1, 2),
    signed AS (
      SELECT r.activity_id, coalesce(e.merged_into_id, e.id) AS enterprise_id, bool_or(r.state = 'PLACED') AS registered, bool_or(r.state = 'ON_LEAVE') AS on_leave
      FROM registrations r JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.activity_id IN (SELECT id FROM held) AND coalesce(e.merged_into_id, e.id) IN (SELECT enterprise_id FROM member)
      GROUP BY 1, 2),
    facts AS (
      SELECT o.*, coalesce(s.registered, false) AS registered,
        coalesce(s.on_leave, false) AND c.activity_id IS NULL AS on_leave,
        c.activity_id IS NOT NULL AS present, coalesce(c.by_mandate, false) AS by_mandate,
        coalesce(c.principal, false) AS principal,
        coalesce(c.by_mandate, false) AND o.kind = 'TRAINING' AS trained
      FROM offered o
      LEFT JOIN came c ON c.activity_id = o.activity_id AND c.enterprise_id = o.enterprise_id
      LEFT JOIN signed s ON s.activity_id = o.activity_id AND s.enterprise_id = o.enterprise_id)`
}

/** The figures of a group of facts. A line counts enterprise × activity, but for `trained`, which counts enterprises. */
export const tallies = sql`
  count(f.activity_id)::int AS offered,
  count(*) FILTER (WHERE f.registered)::int AS registered,
  count(*) FILTER (WHERE f.on_leave)::int AS "onLeave",
  count(*) FILTER (WHERE f.present)::int AS present,
  count(*) FILTER (WHERE f.by_mandate)::int AS "byMandate",
  count(*) FILTER (WHERE f.principal)::int AS principal,
  count(DISTINCT f.enterprise_id) FILTER (WHERE f.trained)::int AS trained`

const conditions: Record<Measure, Prisma.Sql> = {
  offered: sql`true`,
  registered: sql`f.registered`,
  onLeave: sql`f.on_leave`,
  present: sql`f.present`,
  byMandate: sql`f.by_mandate`,
  principal: sql`f.principal`,
}

/** Which facts a figure counts. */
export const conditionOf = (measure: Measure): Prisma.Sql => conditions[measure]
