import { FeedbackPanel, OwnFeedbackPanel } from '@/components/feedback/feedback-panel'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { getFeedback, getOwnFeedback } from '@/lib/feedback/queries'
import { isJudged } from '@/lib/feedback/rules'

/** What people thought of an activity: to whoever was there the form, to whoever runs it the figures. */
export async function Judged({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (!isJudged(activity)) return null
  const [own, feedback] = await Promise.all([getOwnFeedback(actor, activity.id), getFeedback(actor, activity)])
  return (
    <>
      {own && <OwnFeedbackPanel activityId={activity.id} given={own.given} isOpen={own.isOpen} />}
      {feedback && <FeedbackPanel feedback={feedback} />}
    </>
  )
}
