import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { yearOf, yearPeriod } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { ActivityState, Prisma, TopicState } from '@/lib/core/prisma/client'
import { visibleTopics } from './policy'
import { topicSubject, type TopicSubject } from './subject-queries'

const activitySelect = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

/** A topic and an activity, each as far as the actor sees it. */
export type DiscussionSubject = {
  topic: TopicSubject
  activity: Prisma.ActivityGetPayload<{ select: typeof activitySelect }>
}

export async function discussionSubject(
  tx: Tx,
  actor: Actor,
  { topicId, activityId }: { topicId: string; activityId: string },
): Promise<DiscussionSubject | null> {
  const topic = await topicSubject(tx, actor, { topicId })
  const activity = await tx.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleActivities(actor)] },
    select: activitySelect,
  })
  return topic && activity && { topic, activity }
}

export type DiscussedTopic = { id: string; title: string; state: TopicState; year: number }

/** The topics that an activity takes up. */
export async function listDiscussedTopics(actor: Actor, activityId: string): Promise<DiscussedTopic[]> {
  const rows = await db.topic.findMany({
    where: { AND: [{ activities: { some: { activityId } } }, visibleTopics(actor)] },
    select: { id: true, title: true, state: true, allianceYear: { select: { year: true } } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ allianceYear, ...topic }) => ({ ...topic, year: allianceYear.year }))
}

export type Discussion = { id: string; title: string; state: ActivityState; startsAt: Date }

/** The activities that took a topic up, as far as the actor sees them, latest first. */
export const listDiscussions = (actor: Actor, topicId: string): Promise<Discussion[]> =>
  db.activity.findMany({
    where: { AND: [{ topics: { some: { topicId } } }, visibleActivities(actor)] },
    select: { id: true, title: true, state: true, startsAt: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })

type Choice = { id: string; title: string }

/** The topics of the host's year that an activity does not take up yet. */
export const listTopicsToDiscuss = (
  actor: Actor,
  { id, hostAllianceId, startsAt }: { id: string; hostAllianceId: string; startsAt: Date },
): Promise<Choice[]> =>
  db.topic.findMany({
    where: {
      AND: [
        { allianceYear: { allianceId: hostAllianceId, year: yearOf(startsAt), state: { not: 'CLOSED' } } },
        { state: { not: 'DROPPED' }, activities: { none: { activityId: id } } },
        visibleTopics(actor),
      ],
    },
    select: { id: true, title: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })

const choicesMax = 60

/** The alliance's activities of the topic's year that have not taken it up yet, latest first. */
export function listActivitiesToLink(
  actor: Actor,
  { id, year }: { id: string; year: { allianceId: string; year: number } },
): Promise<(Choice & { startsAt: Date })[]> {
  const { from, to } = yearPeriod(year.year)
  return db.activity.findMany({
    where: {
      AND: [
        { hostAllianceId: year.allianceId, startsAt: { gte: from, lt: to }, state: { not: 'CANCELLED' } },
        { topics: { none: { topicId: id } } },
        visibleActivities(actor),
      ],
    },
    select: { id: true, title: true, startsAt: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: choicesMax,
  })
}
