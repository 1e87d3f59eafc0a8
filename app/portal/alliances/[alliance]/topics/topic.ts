import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { getTopic } from '@/lib/topics/queries'
import { loadAlliance } from '../../year'

export type TopicParams = Promise<{ alliance: string; topic: string }>

/** The gate of a topic's pages: who asks, the alliance, and the topic as it stands. */
export async function openTopic(params: TopicParams, part = '') {
  const { alliance: slug, topic: id } = await params
  const list = `/portal/alliances/${slug}/topics`
  const actor = await requireActor(`${list}/${id}${part}`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const topic = (await getTopic(actor, alliance.id, id)) ?? notFound()
  return { actor, alliance, topic, list, path: `${list}/${topic.id}`, isOpen: topic.year.state !== 'CLOSED' }
}
