import { ActivityFacts } from '@/components/activities/activity-facts'
import { DiscussedTopics } from '@/components/topics/discussions'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { canEnterAlliance } from '@/lib/alliances/policy'
import { listDiscussedTopics, listTopicsToDiscuss } from '@/lib/topics/discussion-queries'
import { canLinkDiscussion } from '@/lib/topics/policy'
import { Clashes } from './clashes'

/** What an activity is, and the topics that it takes up; those that it might, for whoever runs it. */
export async function Facts({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  const { id, hostAlliance } = activity
  const host = { hostAllianceId: hostAlliance.id }
  const mayLink = activity.state !== 'CANCELLED' && canLinkDiscussion(actor, { allianceId: hostAlliance.id }, host)
  const [topics, choices] = await Promise.all([
    listDiscussedTopics(actor, id),
    mayLink ? listTopicsToDiscuss(actor, { id, ...host, startsAt: activity.startsAt }) : null,
  ])
  return (
    <>
      <ActivityFacts activity={activity} />
      <Clashes actor={actor} activity={activity} />
      <DiscussedTopics
        activityId={id}
        path={`/portal/alliances/${hostAlliance.slug}/topics`}
        topics={topics}
        choices={choices}
        canOpen={canEnterAlliance(actor, hostAlliance)}
      />
    </>
  )
}
