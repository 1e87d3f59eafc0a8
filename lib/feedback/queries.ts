import { isSignedIn, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { db, type Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { canGiveFeedback, canReadFeedback } from './policy'
import { answersShownFrom, isJudged, mayBegin, mayChange, type FeedbackQuestion } from './rules'

const activitySelect = ({ userId }: Actor) =>
  ({
    id: true,
    title: true,
    state: true,
    endsAt: true,
    hostAllianceId: true,
    attendances: {
      where: { undoneAt: null, userId: { in: userId ? [userId] : [] } },
      select: { userId: true },
      take: 1,
    },
  }) satisfies Prisma.ActivitySelect

export type JudgedActivity = Prisma.ActivityGetPayload<{ select: ReturnType<typeof activitySelect> }>

export const judgedActivity = (
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<JudgedActivity | null> =>
  tx.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleActivities(actor)] },
    select: activitySelect(actor),
  })

const ownSelect = { content: true, organization: true, gain: true, remark: true, givenAt: true } as const

export type OwnFeedback = Prisma.ActivityFeedbackGetPayload<{ select: typeof ownSelect }>

/** What the reader said of an activity, and whether that may be said or said otherwise now; null: the reader was not there. */
export async function getOwnFeedback(
  actor: Actor,
  activityId: string,
): Promise<{ given: OwnFeedback | null; isOpen: boolean } | null> {
  if (!isSignedIn(actor)) return null
  const activity = await judgedActivity(db, actor, { activityId })
  if (!activity || !isJudged(activity) || !canGiveFeedback(actor, activity)) return null
  const given = await db.activityFeedback.findUnique({
    where: { activityId_userId: { activityId, userId: actor.userId } },
    select: ownSelect,
  })
  const at = now()
  return { given, isOpen: given ? mayChange(given, at) : mayBegin(activity, at) }
}

export type Shown = {
  averages: Record<FeedbackQuestion, number>
  remarks: string[]
}

export type Feedback = {
  came: number
  answers: number
  /** null: too few answers to show any. */
  shown: Shown | null
}

/** What people thought of an activity: figures and remarks without names, in an order that tells nothing. */
export async function getFeedback(
  actor: Actor,
  activity: { id: string; hostAllianceId: string },
): Promise<Feedback | null> {
  if (!canReadFeedback(actor, activity)) return null
  const activityId = activity.id
  const [people, { _avg, _count }] = await Promise.all([
    db.attendance.groupBy({ by: ['userId'], where: { activityId, undoneAt: null } }),
    db.activityFeedback.aggregate({
      where: { activityId },
      _avg: { content: true, organization: true, gain: true },
      _count: true,
    }),
  ])
  if (_count < answersShownFrom) return { came: people.length, answers: _count, shown: null }
  const remarks = await db.$queryRaw<{ remark: string }[]>`
    SELECT remark FROM activity_feedback WHERE activity_id = ${activityId}::uuid AND remark <> '' ORDER BY md5(remark), remark`
  const { content, organization, gain } = _avg
  return {
    came: people.length,
    answers: _count,
    shown: {
      averages: { content: content ?? 0, organization: organization ?? 0, gain: gain ?? 0 },
      remarks: remarks.map(({ remark }) => remark),
    },
  }
}
