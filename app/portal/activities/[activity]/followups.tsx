import { DecisionList } from '@/components/followups/decision-list'
import { ItemList } from '@/components/followups/item-list'
import { OpenItems } from '@/components/followups/open-items'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { isHeld } from '@/lib/activities/rules'
import { canRecordFollowups } from '@/lib/followups/policy'
import { listActionItems, listDecisions, listItemOwners, listLeftOver } from '@/lib/followups/queries'

type Props = { actor: Actor; activity: ActivityDetail }

const labelLengthMax = 40

/** What was decided, and who does what by when. Before it has been held there is nothing to record. */
export async function Followups({ actor, activity }: Props) {
  if (!isHeld(activity)) return null
  const [decisions, items, owners] = await Promise.all([
    listDecisions(actor, activity.id),
    listActionItems(actor, activity.id),
    listItemOwners(actor, activity),
  ])
  const mayRecord = canRecordFollowups(actor, activity)
  const choices = {
    owners: owners.map(({ id, name }) => ({ value: id, label: name })),
    decisions: decisions.map(({ id, text }, index) => ({
      value: id,
      label: `${index + 1} ${text.slice(0, labelLengthMax)}`,
    })),
  }
  return (
    <Words of={['followups']}>
      <div id="followups" className="grid items-start gap-6 lg:grid-cols-2">
        <DecisionList activityId={activity.id} decisions={decisions} mayRecord={mayRecord} />
        <ItemList activityId={activity.id} items={items} mayRecord={mayRecord} choices={choices} />
      </div>
    </Words>
  )
}

/** A meeting opens with what the ones before it left undone. */
export async function LeftOver({ actor, activity }: Props) {
  if (activity.state === 'CLOSED' || activity.state === 'CANCELLED') return null
  return <OpenItems open={await listLeftOver(actor, activity)} heading="leftOver" />
}
