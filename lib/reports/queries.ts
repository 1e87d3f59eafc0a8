import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import { Prisma, type ActivityKind } from '@/lib/core/prisma/client'
import { conditionOf, factsOf, figures, figuresOfMany, tallyOf } from './facts-queries'
import { visibleParticipation, type ReportScope } from './policy'
import { medianMembersMin, type Tally } from './rules'
import type { Measure, ReportFilter, SortKey } from './schema'

const { sql, empty, raw } = Prisma

export type EnterpriseLine = Omit<Tally, 'enterprises' | 'trained'> & {
  id: string
  name: string
  jurisdiction: string
  jurisdictionEn: string
  trained: boolean
}

export type GroupLine = Tally & { key: string; name: string; nameEn: string; shortName: string; sortOrder: number }

export type MatrixCell = {
  alliance: string
  jurisdiction: string
  enterprises: number
  offered: number
  byMandate: number
}

const columns: Record<SortKey, string> = {
  name: 'name',
  offered: 'offered',
  registered: 'registered',
  onLeave: '"onLeave"',
  present: 'present',
  byMandate: '"byMandate"',
  principal: 'principal',
  rate: 'rate',
}

const chosenLines = (
  filter: ReportFilter,
) => sql`WHERE ${filter.isNeverOnly ? sql`offered > 0 AND present = 0` : sql`true`}
  AND ${filter.isTrainedOnly ? sql`trained` : sql`true`}`

/** One line for each enterprise, under the jurisdiction that supervised it last in the period; `lines` follows `tallyOf(…, false)`. */
const enterpriseLines = (filter: ReportFilter) => sql`
  line AS (
    SELECT p.enterprise_id AS id, p.name, j.short_name AS jurisdiction, j.name_en AS "jurisdictionEn",
      coalesce(f.offered, 0) AS offered, coalesce(f.registered, 0) AS registered, coalesce(f."onLeave", 0) AS "onLeave",
      coalesce(f.present, 0) AS present, coalesce(f."byMandate", 0) AS "byMandate", coalesce(f.principal, 0) AS principal,
      coalesce(f.trained, false) AS trained, coalesce(f."byMandate"::float8 / nullif(f.offered, 0), -1) AS rate
    FROM (SELECT DISTINCT ON (enterprise_id) enterprise_id, name, jurisdiction_id FROM member
      ORDER BY enterprise_id, joined_on DESC) p
    JOIN jurisdictions j ON j.id = p.jurisdiction_id
    LEFT JOIN (SELECT f.enterprise_id, ${figures}, bool_or(f.trained) AS trained FROM tally f GROUP BY 1) f
      ON f.enterprise_id = p.enterprise_id),
  chosen AS (SELECT * FROM line ${chosenLines(filter)})`

/** After the cursor in reading direction; rows of equal value follow each other by id. */
function beyond(cursor: Cursor | null, column: Prisma.Sql, isText: boolean, isFalling: boolean): Prisma.Sql {
  if (!cursor || cursor.value === null) return empty
  const value = isText ? sql`${String(cursor.value)}::text` : sql`${Number(cursor.value)}::float8`
  const isForward = (cursor.direction === 'after') !== isFalling
  return isForward
    ? sql`WHERE (${column}, id) > (${value}, ${cursor.id}::uuid)`
    : sql`WHERE (${column}, id) < (${value}, ${cursor.id}::uuid)`
}

/** The report by enterprise, one page, with its true total. */
export async function listParticipation(
  actor: Actor,
  filter: ReportFilter,
  order: { key: SortKey; isFalling: boolean },
  cursorText?: string,
): Promise<Page<EnterpriseLine> & { total: number }> {
  const cursor = decodeCursor(cursorText)
  const column = raw(columns[order.key])
  const isRising = order.isFalling === (cursor?.direction === 'before')
  const rows = await db.$queryRaw<(EnterpriseLine & { rate: number; total: number })[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, false)}, ${enterpriseLines(filter)},
    counted AS (SELECT count(*)::int AS total FROM chosen)
    SELECT c.*, t.total FROM (SELECT * FROM chosen ${beyond(cursor, column, order.key === 'name', order.isFalling)}) c, counted t
    ORDER BY c.${column} ${raw(isRising ? 'ASC' : 'DESC')}, c.id ${raw(isRising ? 'ASC' : 'DESC')}
    LIMIT ${pageSize + 1}`
  const total = rows[0]?.total ?? 0
  return { ...cutPage(rows, cursor, (row) => row[order.key]), total }
}

/** All lines of the report by enterprise, for the export; the same rows as the pages together. */
export async function listAllParticipation(
  actor: Actor,
  filter: ReportFilter,
  order: { key: SortKey; isFalling: boolean },
): Promise<EnterpriseLine[]> {
  const direction = raw(order.isFalling ? 'DESC' : 'ASC')
  return db.$queryRaw<EnterpriseLine[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, false)}, ${enterpriseLines(filter)}
    SELECT * FROM chosen ORDER BY ${raw(columns[order.key])} ${direction}, id ${direction}`
}

/** The sum of everything in scope: a firm in two alliances counts once. */
const totals = sql`
    SELECT count(*)::int AS enterprises, coalesce(sum(offered), 0)::int AS offered, coalesce(sum(registered), 0)::int AS registered,
      coalesce(sum("onLeave"), 0)::int AS "onLeave", coalesce(sum(present), 0)::int AS present,
      coalesce(sum("byMandate"), 0)::int AS "byMandate", coalesce(sum(principal), 0)::int AS principal,
      count(*) FILTER (WHERE trained)::int AS trained, count(*) FILTER (WHERE offered > 0 AND present = 0)::int AS never
    FROM chosen`

/** A line for each jurisdiction; a firm in two alliances counts once. */
const jurisdictionLines = sql`
    SELECT j.code AS key, j.name, j.name_en AS "nameEn", j.short_name AS "shortName", j.sort_order AS "sortOrder", n.enterprises, ${figuresOfMany}
    FROM (SELECT jurisdiction_id, count(DISTINCT enterprise_id)::int AS enterprises FROM member GROUP BY 1) n
    JOIN jurisdictions j ON j.id = n.jurisdiction_id LEFT JOIN tally f ON f.jurisdiction_id = j.id
    GROUP BY j.id, n.enterprises ORDER BY j.sort_order`

export type Totals = Tally & { never: number }

/** @returns the sums of a report */
export async function getParticipationTotals(actor: Actor, filter: ReportFilter): Promise<Totals> {
  const rows = await db.$queryRaw<Totals[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, false)}, ${enterpriseLines(filter)} ${totals}`
  return theOne(rows)
}

/** @returns a line for each jurisdiction in its customary order */
export function listParticipationByJurisdiction(actor: Actor, filter: ReportFilter): Promise<GroupLine[]> {
  return db.$queryRaw<GroupLine[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, false)} ${jurisdictionLines}`
}

/** Sums and jurisdictions in one: what a city's home shows is counted once, and its figures are of one instant. */
export async function getParticipationOverview(
  actor: Actor,
  filter: ReportFilter,
): Promise<{ totals: Totals; jurisdictions: GroupLine[] }> {
  const rows = await db.$queryRaw<{ totals: Totals; jurisdictions: GroupLine[] }[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, false)}, ${enterpriseLines(filter)}
    SELECT (SELECT row_to_json(t) FROM (${totals}) t) AS totals,
      (SELECT coalesce(json_agg(l), '[]') FROM (${jurisdictionLines}) l) AS jurisdictions`
  return theOne(rows)
}

/** An aggregate without groups has one row, even of nothing. */
function theOne<Row>(rows: Row[]): Row {
  const [row] = rows
  if (!row) throw new Error('an aggregate without a row')
  return row
}

/** A line for each alliance: a firm in two alliances counts in each. */
export function listParticipationByAlliance(actor: Actor, filter: ReportFilter): Promise<GroupLine[]> {
  return db.$queryRaw<GroupLine[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, true)},
    firms AS (SELECT alliance_id, count(DISTINCT enterprise_id)::int AS enterprises FROM member GROUP BY 1)
    SELECT l.slug AS key, l.name, l.name_en AS "nameEn", l.short_name AS "shortName", l.sort_order AS "sortOrder", n.enterprises, ${figuresOfMany}
    FROM firms n JOIN alliances l ON l.id = n.alliance_id LEFT JOIN tally f ON f.alliance_id = l.id
    GROUP BY l.id, n.enterprises ORDER BY l.sort_order`
}

/** The cells of alliance × jurisdiction that have members. */
export function listParticipationMatrix(actor: Actor, filter: ReportFilter): Promise<MatrixCell[]> {
  return db.$queryRaw<MatrixCell[]>`
    WITH ${tallyOf(visibleParticipation(actor), filter, true)},
    firms AS (SELECT alliance_id, jurisdiction_id, count(DISTINCT enterprise_id)::int AS enterprises FROM member GROUP BY 1, 2),
    cell AS (SELECT f.alliance_id, f.jurisdiction_id, ${figures} FROM tally f GROUP BY 1, 2)
    SELECT l.slug AS alliance, j.code AS jurisdiction, n.enterprises, coalesce(c.offered, 0) AS offered,
      coalesce(c."byMandate", 0) AS "byMandate"
    FROM firms n JOIN alliances l ON l.id = n.alliance_id JOIN jurisdictions j ON j.id = n.jurisdiction_id
    LEFT JOIN cell c ON c.alliance_id = n.alliance_id AND c.jurisdiction_id = n.jurisdiction_id`
}

/** The firms whose facts a list shows, chosen as the report by enterprise chooses its lines; follows `factsOf`. */
const listedFirms = (filter: ReportFilter) => sql`
  chosen AS (
    SELECT id FROM (
      SELECT enterprise_id AS id, count(*) AS offered, count(*) FILTER (WHERE present) AS present,
        bool_or(by_mandate AND kind = 'TRAINING') AS trained
      FROM facts GROUP BY 1) line ${chosenLines(filter)})`

export type FactRow = {
  /** The enterprise's; with `activityId` it names the row. */
  id: string
  enterprise: string
  activityId: string
  title: string
  kind: ActivityKind
  startsAt: Date
  registered: boolean
  onLeave: boolean
  present: boolean
  byMandate: boolean
  principal: boolean
}

/** The list behind a figure: enterprise × activity, newest first; as many rows as the figure says. */
export async function listFacts(
  actor: Actor,
  filter: ReportFilter,
  measure: Measure,
  cursorText?: string,
): Promise<Page<FactRow> & { total: number }> {
  const cursor = decodeCursor(cursorText)
  const [at = '', activityId = ''] = String(cursor?.value ?? '').split('|')
  const isUsable = cursor !== null && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(activityId)
  const compare = raw(cursor?.direction === 'before' ? '>' : '<')
  const beyondRow = isUsable
    ? sql`WHERE (k."startsAt", k."activityId", k.id) ${compare} (${at}::timestamptz, ${activityId}::uuid, ${cursor.id}::uuid)`
    : empty
  const direction = raw(cursor?.direction === 'before' ? 'ASC' : 'DESC')
  const rows = await db.$queryRaw<(FactRow & { total: number })[]>`
    WITH ${factsOf(visibleParticipation(actor), filter)}, ${listedFirms(filter)},
    listed AS (
      SELECT f.enterprise_id AS id, e.name AS enterprise, f.activity_id AS "activityId", a.title, a.kind,
        a.starts_at AS "startsAt", f.registered, f.on_leave AS "onLeave", f.present, f.by_mandate AS "byMandate", f.principal
      FROM facts f JOIN enterprises e ON e.id = f.enterprise_id JOIN activities a ON a.id = f.activity_id
      WHERE ${conditionOf(measure)} AND f.enterprise_id IN (SELECT id FROM chosen)),
    counted AS (SELECT count(*)::int AS total FROM listed)
    SELECT k.*, t.total FROM listed k CROSS JOIN counted t ${beyondRow}
    ORDER BY k."startsAt" ${direction}, k."activityId" ${direction}, k.id ${direction} LIMIT ${pageSize + 1}`
  const page = cutPage(rows, isUsable ? cursor : null, (row) => `${row.startsAt.toISOString()}|${row.activityId}`)
  return { ...page, total: rows[0]?.total ?? 0 }
}

export type OwnLine = EnterpriseLine & {
  alliance: string
  slug: string
  sortOrder: number
  median: number | null
  members: number
}

/**
 * An enterprise's own line in each of its alliances, beside the median of that alliance's members. Of others nothing but
 * the median leaves the database, and not even that where fewer than five members would stand behind it.
 */
export async function listOwnParticipation(actor: Actor, filter: ReportFilter): Promise<OwnLine[]> {
  const scope = visibleParticipation(actor)
  if (scope.kind !== 'ENTERPRISE') return []
  const { enterpriseId } = scope
  const ofItself = { OR: [{ id: enterpriseId }, { mergedIntoId: enterpriseId }] }
  const own = await db.membership.findMany({
    where: { enterprise: ofItself },
    distinct: ['allianceId'],
    select: { allianceId: true },
  })
  const beside: ReportScope = { kind: 'ALLIANCES', allianceIds: own.map(({ allianceId }) => allianceId) }
  const all = { ...filter, enterpriseId: null, alliance: null, jurisdiction: null }
  return db.$queryRaw<OwnLine[]>`
    WITH ${tallyOf(beside, all, true)},
    own AS (SELECT DISTINCT alliance_id FROM member WHERE enterprise_id = ${enterpriseId}::uuid),
    done_by AS (SELECT f.alliance_id, f.enterprise_id, ${figures}, bool_or(f.trained) AS trained FROM tally f GROUP BY 1, 2),
    line AS (
      SELECT m.alliance_id, m.enterprise_id, m.name, m.jurisdiction_id, f.offered, f.registered, f."onLeave", f.present, f."byMandate",
        f.principal, f.trained
      FROM (SELECT DISTINCT ON (alliance_id, enterprise_id) alliance_id, enterprise_id, name, jurisdiction_id FROM member
        WHERE alliance_id IN (SELECT alliance_id FROM own) ORDER BY alliance_id, enterprise_id, joined_on DESC) m
      LEFT JOIN done_by f ON f.alliance_id = m.alliance_id AND f.enterprise_id = m.enterprise_id),
    middle AS (
      SELECT alliance_id, count(*)::int AS members, percentile_cont(0.5) WITHIN GROUP (ORDER BY "byMandate"::float8 / offered) AS median
      FROM line WHERE offered > 0 GROUP BY 1)
    SELECT x.enterprise_id AS id, x.name, j.short_name AS jurisdiction, j.name_en AS "jurisdictionEn", coalesce(x.offered, 0) AS offered,
      coalesce(x.registered, 0) AS registered, coalesce(x."onLeave", 0) AS "onLeave", coalesce(x.present, 0) AS present,
      coalesce(x."byMandate", 0) AS "byMandate", coalesce(x.principal, 0) AS principal, coalesce(x.trained, false) AS trained, l.short_name AS alliance, l.slug, l.sort_order AS "sortOrder",
      coalesce(d.members, 0) AS members, CASE WHEN d.members >= ${medianMembersMin} THEN d.median END AS median
    FROM line x JOIN alliances l ON l.id = x.alliance_id JOIN jurisdictions j ON j.id = x.jurisdiction_id
    LEFT JOIN middle d ON d.alliance_id = x.alliance_id
    WHERE x.enterprise_id = ${enterpriseId}::uuid ORDER BY l.sort_order`
}
