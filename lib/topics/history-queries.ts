import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { newsOf, topicVerbs, type TopicNews } from './history-rules'
import { visibleTopics } from './policy'

export type TopicNewsRow = TopicNews & { id: string; at: Date; by: string; byHat: string }

const shownMax = 50

/**
 * What happened to a topic, latest first, out of the trail: whoever sees the topic may read it, and nothing else of the
 * trail. `total` counts what is not shown too.
 */
export async function listTopicNews(actor: Actor, topicId: string): Promise<{ rows: TopicNewsRow[]; total: number }> {
  if (!isId(topicId)) return { rows: [], total: 0 }
  const seen = await db.topic.findFirst({
    where: { AND: [{ id: topicId }, visibleTopics(actor)] },
    select: { id: true },
  })
  if (!seen) return { rows: [], total: 0 }
  const where = { subjectType: 'topic', subjectId: seen.id, verb: { in: topicVerbs } }
  const [records, total] = await Promise.all([
    db.auditEvent.findMany({
      where,
      select: { id: true, at: true, actorName: true, actorHat: true, verb: true, changes: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: shownMax,
    }),
    db.auditEvent.count({ where }),
  ])
  const rows = records.flatMap(({ id, at, actorName, actorHat, verb, changes }) => {
    const news = newsOf(verb, isRecord(changes) ? changes : {})
    return news ? [{ ...news, id, at, by: actorName, byHat: actorHat }] : []
  })
  return { rows, total }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
