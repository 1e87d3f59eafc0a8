import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import type { DiscussionSubject } from './discussion-queries'
import { touch } from './milestone-mutations'
import { topicFacts } from './mutations'

/** An activity takes up a topic of the alliance that holds it; the same pair twice is once. */
export async function linkDiscussion(tx: Tx, { topic, activity }: DiscussionSubject): Promise<Outcome<null>> {
  refuseUnless(topic.allianceYear.allianceId === activity.hostAllianceId, 'TOPIC_OF_ANOTHER_ALLIANCE')
  await touch(tx, topic.id)
  const linked = await tx.$executeRaw`
    INSERT INTO activity_topics (activity_id, topic_id)
    SELECT a.id, t.id FROM activities a
    JOIN alliance_years y ON y.alliance_id = a.host_alliance_id JOIN topics t ON t.alliance_year_id = y.id
    WHERE a.id = ${activity.id}::uuid AND t.id = ${topic.id}::uuid
    ON CONFLICT DO NOTHING`
  if (linked === 0) return { data: null, record: null }
  return { data: null, record: topicFacts(topic, { activity: [null, activity.title] }) }
}

export async function unlinkDiscussion(tx: Tx, { topic, activity }: DiscussionSubject): Promise<Outcome<null>> {
  await touch(tx, topic.id)
  const { count } = await tx.activityTopic.deleteMany({ where: { topicId: topic.id, activityId: activity.id } })
  if (count === 0) return { data: null, record: null }
  return { data: null, record: topicFacts(topic, { activity: [activity.title, null] }) }
}
