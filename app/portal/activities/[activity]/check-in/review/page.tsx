import { notFound } from 'next/navigation'
import { PresenceReview } from '@/components/attendance/presence-review'
import { requireActor } from '@/lib/access/session'
import * as policy from '@/lib/attendance/policy'
import { getReview } from '@/lib/attendance/review-queries'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('attendance.review.title')

export default async function PresenceReviewPage({ params }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in/review`)
  const review = (await getReview(actor, id)) ?? notFound()
  const { activity } = review
  const at = now()
  const can = {
    setRule: policy.canSetPresenceRule(actor, activity) && ['PUBLISHED', 'HELD'].includes(activity.state),
    startSpotCheck:
      policy.canStartSpotCheck(actor, activity) &&
      ['PUBLISHED', 'HELD'].includes(activity.state) &&
      activity.startsAt <= at &&
      at < activity.endsAt,
    judge: policy.canJudgeAttendance(actor, activity),
  }
  return <PresenceReview review={review} can={can} at={at} />
}
