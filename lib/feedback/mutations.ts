import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { refuseUnless } from '@/lib/core/result'
import type { JudgedActivity } from './queries'
import { changeableSince, judgedStates, mayBegin } from './rules'
import type { FeedbackFields } from './schema'

/**
 * Says what one thought of an activity, or says it otherwise while that is allowed. One answer for each person, by a
 * constraint. The trail tells that somebody answered, never what.
 */
export async function giveFeedback(
  tx: Tx,
  activity: JudgedActivity,
  { userId, ...fields }: FeedbackFields & { userId: string },
): Promise<Outcome<null>> {
  const at = now()
  const held = await tx.$queryRaw<unknown[]>`
    SELECT id FROM activities WHERE id = ${activity.id}::uuid AND state::text = ANY(${[...judgedStates]}::text[]) FOR SHARE`
  refuseUnless(held.length === 1, 'FEEDBACK_NOT_HELD')
  const own = { activityId: activity.id, userId }
  const begun = mayBegin(activity, at)
    ? await tx.activityFeedback.createMany({ data: { ...own, ...fields, givenAt: at }, skipDuplicates: true })
    : { count: 0 }
  if (begun.count === 0) {
    const { count } = await tx.activityFeedback.updateMany({
      where: { ...own, givenAt: { gte: changeableSince(at) } },
      data: { ...fields, changedAt: at },
    })
    refuseUnless(count === 1, 'FEEDBACK_FIXED')
  }
  return {
    data: null,
    record: { subjectType: 'activity', subjectId: activity.id, subjectLabel: activity.title, changes: {} },
  }
}
