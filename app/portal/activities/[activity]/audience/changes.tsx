import { ChangesNote } from '@/components/audiences/changes-note'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { canSeeAudiencePeople } from '@/lib/audiences/policy'
import { readChanges } from '@/lib/audiences/queries'

type Props = { actor: Actor; activity: ActivityDetail; evaluatedAt: Date | null }

/** Who came into the audience since it was published, and who left it; of a draft there is nothing to say. */
export async function Changes({ actor, activity, evaluatedAt }: Props) {
  if (activity.state === 'DRAFT') return null
  const changes = await readChanges(actor, activity, canSeeAudiencePeople(actor, activity))
  return <ChangesNote {...changes} evaluatedAt={evaluatedAt} />
}
