import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { takesCheckIns } from '@/lib/activities/rules'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { boardOf, type Board, type BoardFirm } from './board-rules'
import { canShowCheckInCode } from './policy'

/**
 * How full the hall is, enterprise by enterprise, for whoever shows its code; null for everybody else. The projector asks
 * every few seconds, so it is one statement over one activity and no person is named.
 */
export async function getBoard(actor: Actor, id: string): Promise<Board | null> {
  if (!isId(id)) return null
  const activity = await db.activity.findFirst({
    where: { AND: [{ id }, visibleActivities(actor)] },
    select: { hostAllianceId: true, state: true },
  })
  if (!activity || !canShowCheckInCode(actor, activity) || !takesCheckIns(activity)) return null
  const firms = await db.$queryRaw<BoardFirm[]>`
    WITH places AS (
      SELECT enterprise_id, count(*)::int AS expected FROM registrations
      WHERE activity_id = ${id}::uuid AND state = 'PLACED' GROUP BY 1),
    came AS (
      SELECT enterprise_id, count(*)::int AS here, max(checked_in_at) AS latest_at FROM attendances
      WHERE activity_id = ${id}::uuid AND undone_at IS NULL GROUP BY 1)
    SELECT e.id, e.name, coalesce(c.here, 0) AS here, coalesce(p.expected, 0) AS expected, c.latest_at AS "latestAt"
    FROM places p FULL JOIN came c ON c.enterprise_id = p.enterprise_id
    LEFT JOIN enterprises e ON e.id = coalesce(p.enterprise_id, c.enterprise_id)
    ORDER BY e.name COLLATE "zh-x-icu" NULLS LAST, e.id`
  return boardOf(firms, now())
}
