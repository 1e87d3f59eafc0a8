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
