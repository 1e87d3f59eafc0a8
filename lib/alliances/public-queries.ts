import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'

/** How many members a jurisdiction's enterprises are: in each alliance, and in all (a firm in two counts once). */
export type JurisdictionTile = {
  code: string
  name: string
  shortName: string
  nameEn: string
  enterprises: number
  /** Members by the alliance's place in the notice. */
  byAlliance: Record<string, number>
}

/** The 18 tiles of the city. Counts only: no name of an enterprise leaves through here. */
export const listJurisdictionTiles = (actor: Actor): Promise<JurisdictionTile[]> =>
  db.$queryRaw<JurisdictionTile[]>`
    WITH members AS (
      SELECT e.supervising_jurisdiction_id AS jurisdiction_id, a.sort_order, m.enterprise_id
      FROM memberships m JOIN enterprises e ON e.id = m.enterprise_id JOIN alliances a ON a.id = m.alliance_id
      WHERE m.joined_on <= ${actor.today}::date AND (m.left_on IS NULL OR m.left_on > ${actor.today}::date)),
    totals AS (
      SELECT jurisdiction_id, count(DISTINCT enterprise_id)::int AS enterprises FROM members GROUP BY 1),
    parts AS (
      SELECT jurisdiction_id, json_object_agg(sort_order, members) AS parts
      FROM (SELECT jurisdiction_id, sort_order, count(*)::int AS members FROM members GROUP BY 1, 2) counted GROUP BY 1)
    SELECT j.code, j.name, j.short_name AS "shortName", j.name_en AS "nameEn",
      coalesce(t.enterprises, 0) AS enterprises, coalesce(p.parts, '{}') AS "byAlliance"
    FROM jurisdictions j LEFT JOIN totals t ON t.jurisdiction_id = j.id LEFT JOIN parts p ON p.jurisdiction_id = j.id
    ORDER BY j.sort_order`
