import { ServicePanel } from '@/components/services/service-panel'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { getOwnService } from '@/lib/services/queries'

/** For an enterprise that was there: its side of the record of what the insurer did. */
export async function Served({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  const own = activity.state === 'CLOSED' ? await getOwnService(actor, activity.id) : null
  return own && <ServicePanel activityId={activity.id} confirmation={own.confirmation} />
}
