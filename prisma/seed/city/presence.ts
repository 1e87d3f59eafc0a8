import { dayOf, plusDays, startOfDay, toDate, type Day } from '@/lib/core/clock'
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
 * Of what was closed last, somebody of a member who is not recorded says that they were there, and its organiser has
 * something to answer; another one had said so and was answered within the hour.
 */
export async function disputeAbsences(tx: Tx, anchor: Day): Promise<void> {
  const closed = await tx.activity.findFirst({
    where: { state: 'CLOSED', closedAt: { gte: startOfDay(plusDays(anchor, -9)), lt: startOfDay(anchor) } },
    select: { id: true, hostAllianceId: true, startsAt: true, closedAt: true, createdById: true },
    orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
  })
  if (!closed?.closedAt) return
  const day = toDate(dayOf(closed.startsAt))
  const absent = await tx.mandate.findMany({
    where: {
      validFrom: { lte: day },
      validTo: null,
      enterprise: {
        memberships: { some: { allianceId: closed.hostAllianceId, joinedOn: { lte: day }, leftOn: null } },
      },
      user: { attendances: { none: { activityId: closed.id } } },
    },
    select: { userId: true, enterpriseId: true, user: { select: { email: true } } },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  const [first] = [...absent.filter(({ user }) => user.email?.endsWith('@demo.test')), ...absent]
  const second = absent.find(
    ({ enterpriseId, userId }) => enterpriseId !== first?.enterpriseId && userId !== first?.userId,
  )
  if (!first || !second) return
  const minutesAfter = (minutes: number) => new Date(Number(closed.closedAt) + minutes * 60_000)
  const of = ({ userId, enterpriseId }: typeof first) => ({
    activityId: closed.id,
    enterpriseId,
    userId,
    filedById: userId,
  })
  await tx.dispute.createMany({
    data: [
      { ...of(first), reason: '全程参加，现场信号不好没有签上，同组人员可以证明', filedAt: minutesAfter(30) },
      {
        ...of(second),
        reason: '中途接到厂里电话离开，前后都在场',
        filedAt: minutesAfter(10),
        state: 'REJECTED',
        answer: '现场负责人确认离开时间超过一半，本次不计入参与；下次可以委派他人参加',
        answeredById: closed.createdById,
        answeredAt: minutesAfter(40),
      },
    ],
  })
}
