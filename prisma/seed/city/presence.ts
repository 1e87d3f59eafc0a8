import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'

/**
 * The latest visit of the paint alliance, which is held and not yet closed, is one that people checked out of: most stayed,
 * some left early, a few forgot. Three came on one phone, and a spot check went unanswered here and there, so that
 * there is something to look at before it is closed.
 */
export async function leaveVisit(tx: Tx): Promise<void> {
  const visit = await tx.activity.findFirst({
    where: { hostAlliance: { slug: 'coatings' }, kind: 'SITE_VISIT', state: 'HELD' },
    select: { id: true, startsAt: true, endsAt: true, createdById: true },
    orderBy: { startsAt: 'desc' },
  })
  if (!visit) return
  const { id, startsAt, endsAt, createdById } = visit
  await tx.activity.update({ where: { id }, data: { checksOut: true } })
  await tx.$executeRaw`
    UPDATE attendances t SET device_mark = CASE WHEN place.turn IN (2, 3, 4) THEN 'one phone' END,
      check_out_method = CASE WHEN place.turn % 9 <> 5 THEN 'CODE_SCANNED'::"AttendanceMethod" END,
      checked_out_at = CASE
        WHEN place.turn % 9 = 5 THEN NULL
        WHEN place.turn % 7 = 6 THEN ${startsAt}::timestamptz + (${endsAt}::timestamptz - ${startsAt}::timestamptz) * 0.5
        ELSE ${endsAt}::timestamptz + make_interval(secs => place.turn * 20) END
    FROM (SELECT id, row_number() OVER (ORDER BY checked_in_at, id) AS turn FROM attendances
      WHERE activity_id = ${id}::uuid AND undone_at IS NULL) place
    WHERE place.id = t.id`
  const middle = new Date((startsAt.getTime() + endsAt.getTime()) / 2 - 15 * 60_000)
  const spot = await tx.spotCheck.create({
    data: {
      activityId: id,
      startsAt: middle,
      endsAt: new Date(middle.getTime() + 5 * 60_000),
      startedById: createdById,
    },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO spot_answers (spot_check_id, user_id, answered_at)
    SELECT ${spot.id}::uuid, user_id, ${middle}::timestamptz + make_interval(secs => turn * 6) FROM (
      SELECT user_id, row_number() OVER (ORDER BY min(checked_in_at), user_id) AS turn FROM attendances
      WHERE activity_id = ${id}::uuid AND undone_at IS NULL GROUP BY user_id) came
    WHERE turn % 8 <> 7`
}

/**
 * Of what was closed in the last days, somebody who was registered and is not recorded says that they were there: each
 * activity has one such dispute, and its organiser something to answer.
 */
export const disputeAbsences = (tx: Tx, anchor: Day): Promise<number> => tx.$executeRaw`
  INSERT INTO disputes (id, activity_id, enterprise_id, user_id, reason, filed_by_id, filed_at)
  SELECT DISTINCT ON (a.id) gen_random_uuid(), a.id, r.enterprise_id, r.user_id,
    '全程参加，会场信号不好没有签上，同桌人员可以证明', r.created_by_id, a.closed_at + interval '30 minutes'
  FROM activities a
  JOIN registrations r ON r.activity_id = a.id AND r.state = 'PLACED' AND r.user_id IS NOT NULL
  JOIN mandates m ON m.user_id = r.user_id AND m.enterprise_id = r.enterprise_id
    AND m.valid_from <= (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date
    AND (m.valid_to IS NULL OR m.valid_to >= (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date)
  WHERE a.state = 'CLOSED' AND a.closed_at >= ${startOfDay(plusDays(anchor, -9))} AND a.closed_at < ${startOfDay(anchor)}
    AND NOT EXISTS (SELECT FROM attendances t WHERE t.activity_id = a.id AND t.user_id = r.user_id)
  ORDER BY a.id, r.id`
