import { isNarrow } from '@/lib/alliances/announcing-policy'
import { plusDays, dayOf } from '@/lib/core/clock'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { plannedEachTime } from '@/lib/core/statement-names'
import { isCountingAt } from '@/lib/presence/counting-queries'
import type { ReportScope } from './policy'
import { periodOf } from './rules'
import type { Measure, ReportFilter } from './schema'

const { sql, empty, join, raw } = Prisma

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
 * What every report stands on. `member`: every enterprise of the scope with a membership in the period, so that a firm to
 * which nothing was offered still has its line. `stint`: who supervised it from when until when; a membership is cut where
 * the supervision changed, so that what was done before a move stays with the jurisdiction that it was done under. `took`:
 * what came of enterprise × activity. What stayed at an entry that was merged counts for the one that stands for it.
 */
function groundOf(scope: ReportScope, filter: ReportFilter, perAlliance: boolean): Prisma.Sql {
  const { from, to } = periodOf(filter)
  const firstDay = dayOf(from)
  const dayAfter = plusDays(dayOf(new Date(to.getTime() - 1)), 1)
  const isWholeCity = scope.kind === 'CITY' && !filter.alliance && !filter.jurisdiction && !filter.enterpriseId
  const isCounting = isCountingAt(now())
  // Of few firms, their own rows are looked up; of all of them, none would be left out.
  const ofMembers = isWholeCity
    ? empty
    : sql`AND coalesce(e.merged_into_id, e.id) IN (SELECT enterprise_id FROM member)`

  return sql`${raw(plannedEachTime)} held AS (
      SELECT a.id, a.kind, a.starts_at, (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day
      FROM activities a
      WHERE a.state IN ('HELD', 'CLOSED') AND a.starts_at >= ${from} AND a.starts_at < ${to}),
    stint AS (
      SELECT enterprise_id, jurisdiction_id, starts_on AS since, ends_on AS until FROM enterprise_supervisions
      UNION ALL
      SELECT e.id, e.supervising_jurisdiction_id, p.last, NULL FROM enterprises e
      LEFT JOIN (SELECT enterprise_id, max(ends_on) AS last FROM enterprise_supervisions GROUP BY 1) p ON p.enterprise_id = e.id),
    member AS MATERIALIZED (
      SELECT e.id AS enterprise_id, m.alliance_id, greatest(m.joined_on, t.since) AS joined_on, least(m.left_on, t.until) AS left_on,
        e.name, t.jurisdiction_id,
        count(*) OVER (PARTITION BY e.id ${perAlliance ? sql`, m.alliance_id` : empty}) = 1 AS is_single
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
    opened AS MATERIALIZED (
      SELECT h.id AS activity_id, h.kind, h.day, aa.alliance_id,
        ${isNarrow(sql`h.id`)} AS is_narrow
      FROM held h JOIN activity_alliances aa ON aa.activity_id = h.id),
    came AS (
      SELECT t.activity_id, coalesce(e.merged_into_id, e.id) AS enterprise_id, bool_or(${isCounting}) AS by_mandate,
        bool_or(${isCounting} AND t.mandate_kind = 'PRINCIPAL') AS principal
      FROM attendances t JOIN activities a ON a.id = t.activity_id JOIN enterprises e ON e.id = t.enterprise_id
      WHERE t.undone_at IS NULL AND t.activity_id IN (SELECT id FROM held) ${ofMembers}
      GROUP BY 1, 2),
    signed AS (
      SELECT r.activity_id, coalesce(e.merged_into_id, e.id) AS enterprise_id, bool_or(r.state = 'PLACED') AS registered, bool_or(r.state = 'ON_LEAVE') AS on_leave
      FROM registrations r JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.activity_id IN (SELECT id FROM held) ${ofMembers}
      GROUP BY 1, 2),
    took AS MATERIALIZED (
      SELECT activity_id, enterprise_id, coalesce(s.registered, false) AS registered,
        coalesce(s.on_leave, false) AND c.by_mandate IS NULL AS on_leave, c.by_mandate IS NOT NULL AS present,
        coalesce(c.by_mandate, false) AS by_mandate, coalesce(c.principal, false) AS principal
      FROM came c FULL JOIN signed s USING (activity_id, enterprise_id))`
}

/**
 * Offered: the activity was held and its audience included an alliance of which the enterprise was a member on the Beijing
 * day of its start. Where the audience was narrower than its alliances, it was offered to whom it invited, by somebody who
 * held a mandate on that day, and to whoever came all the same: nobody is missing where they were not asked. Follows FROM;
 * `o` is the activity, `m` the membership.
 */
const offering = sql`opened o
      JOIN member m ON m.alliance_id = o.alliance_id AND m.joined_on <= o.day AND (m.left_on IS NULL OR m.left_on > o.day)
        AND (NOT o.is_narrow OR EXISTS (
          SELECT FROM invitations i JOIN mandates d ON d.user_id = i.user_id
          WHERE i.activity_id = o.activity_id AND (i.left_at IS NULL OR i.is_kept) AND d.enterprise_id = m.enterprise_id
            AND d.valid_from <= o.day AND (d.valid_to IS NULL OR d.valid_to >= o.day))
          OR EXISTS (SELECT FROM took w WHERE w.activity_id = o.activity_id AND w.enterprise_id = m.enterprise_id))`

/** `facts`: one row for each enterprise × activity that was offered to it, with what came of it. For lists. */
export const factsOf = (scope: ReportScope, filter: ReportFilter): Prisma.Sql => sql`
    ${groundOf(scope, filter, false)},
    offered AS (SELECT DISTINCT m.enterprise_id, m.jurisdiction_id, o.activity_id, o.kind FROM ${offering}),
    facts AS (
      SELECT o.*, coalesce(t.registered, false) AS registered, coalesce(t.on_leave, false) AS on_leave,
        coalesce(t.present, false) AS present, coalesce(t.by_mandate, false) AS by_mandate,
        coalesce(t.principal, false) AS principal
      FROM offered o LEFT JOIN took t ON t.activity_id = o.activity_id AND t.enterprise_id = o.enterprise_id)`

/**
 * `tally`: the same facts counted, one row for each enterprise × jurisdiction, and with `perAlliance` × alliance (a firm in
 * two alliances then counts in each, otherwise once). Most facts are offers of which nothing came: these are counted where
 * they are found and never laid out as rows. Only of a firm with several memberships can one offer be met twice.
 */
export function tallyOf(scope: ReportScope, filter: ReportFilter, perAlliance: boolean): Prisma.Sql {
  const key = perAlliance ? sql`enterprise_id, jurisdiction_id, alliance_id` : sql`enterprise_id, jurisdiction_id`
  const ofMember = perAlliance
    ? sql`m.enterprise_id, m.jurisdiction_id, m.alliance_id`
    : sql`m.enterprise_id, m.jurisdiction_id`
  return sql`${groundOf(scope, filter, perAlliance)},
    offer AS (
      SELECT ${ofMember}, count(*) AS offered FROM ${offering} WHERE m.is_single GROUP BY ${ofMember}
      UNION ALL
      SELECT ${key}, count(*) FROM (SELECT DISTINCT ${ofMember}, o.activity_id FROM ${offering} WHERE NOT m.is_single) d
      GROUP BY ${key}),
    done AS (
      SELECT ${key}, count(*) FILTER (WHERE registered) AS registered, count(*) FILTER (WHERE on_leave) AS on_leave,
        count(*) FILTER (WHERE present) AS present, count(*) FILTER (WHERE by_mandate) AS by_mandate,
        count(*) FILTER (WHERE principal) AS principal, bool_or(by_mandate AND kind = 'TRAINING') AS trained
      FROM (SELECT DISTINCT ${ofMember}, o.kind, t.activity_id, t.registered, t.on_leave, t.present, t.by_mandate, t.principal
        FROM ${offering} JOIN took t ON t.activity_id = o.activity_id AND t.enterprise_id = m.enterprise_id) d
      GROUP BY ${key}),
    tally AS (
      SELECT ${key}, offered, coalesce(registered, 0) AS registered, coalesce(on_leave, 0) AS on_leave,
        coalesce(present, 0) AS present, coalesce(by_mandate, 0) AS by_mandate, coalesce(principal, 0) AS principal,
        coalesce(trained, false) AS trained
      FROM offer LEFT JOIN done USING (${key}))`
}

/** The figures of a group of rows of `tally f`. They count enterprise × activity. */
export const figures = sql`
  coalesce(sum(f.offered), 0)::int AS offered,
  coalesce(sum(f.registered), 0)::int AS registered,
  coalesce(sum(f.on_leave), 0)::int AS "onLeave",
  coalesce(sum(f.present), 0)::int AS present,
  coalesce(sum(f.by_mandate), 0)::int AS "byMandate",
  coalesce(sum(f.principal), 0)::int AS principal`

/** Of a group of several enterprises; `trained` counts these. */
export const figuresOfMany = sql`${figures}, count(DISTINCT f.enterprise_id) FILTER (WHERE f.trained)::int AS trained`

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
