import { OwnDisputesPanel } from '@/components/disputes/disputes'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { getOwnDisputes } from '@/lib/disputes/queries'
import { isDisputable, lastDisputeDay } from '@/lib/disputes/rules'

/** For an enterprise: what it disputes of a closed activity, and until when it may. */
export async function Disputed({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  const lastDay = lastDisputeDay(activity)
  const own = activity.state === 'CLOSED' && lastDay ? await getOwnDisputes(actor, activity) : null
  return (
    own &&
    lastDay && (
      <OwnDisputesPanel
        {...own}
        activityId={activity.id}
        lastDay={lastDay}
        isDisputable={isDisputable(activity, actor.today)}
      />
    )
  )
}
