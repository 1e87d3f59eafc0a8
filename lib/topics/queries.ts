import type { Actor } from '@/lib/access/actor'
import { enterableAlliances } from '@/lib/alliances/policy'
import { dayOf, fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma, TopicSource, TopicState } from '@/lib/core/prisma/client'
import { visibleTopics } from './policy'
import { annexYear, isStale, progressOf } from './rules'

const topicSelect = {
  id: true,
  title: true,
  source: true,
  state: true,
  progressNote: true,
  version: true,
  updatedAt: true,
  owner: { select: { id: true, name: true } },
  allianceYear: { select: { id: true, year: true, state: true, allianceId: true } },
  milestones: {
    select: { id: true, title: true, dueOn: true, doneOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.TopicSelect

type TopicRecord = Prisma.TopicGetPayload<{ select: typeof topicSelect }>

export type TopicRow = {
  id: string
  title: string
  source: TopicSource
  state: TopicState
  progressNote: string
  version: number
  updatedOn: Day
  isStale: boolean
  owner: { id: string; name: string } | null
  year: TopicRecord['allianceYear']
  progress: { done: number; all: number }
  milestones: { id: string; title: string; dueOn: Day; doneOn: Day | null; isLate: boolean }[]
}

/** The topics of an alliance in a year, those under way first. */
export async function listTopics(actor: Actor, allianceId: string, year: number): Promise<TopicRow[]> {
  const records = await db.topic.findMany({
    where: { AND: [{ allianceYear: { allianceId, year } }, visibleTopics(actor)] },
    select: topicSelect,
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return records.map((record) => asRow(record, actor.today))
}

export async function getTopic(actor: Actor, allianceId: string, id: string): Promise<TopicRow | null> {
  if (!isId(id)) return null
  const record = await db.topic.findFirst({
    where: { AND: [{ id, allianceYear: { allianceId } }, visibleTopics(actor)] },
    select: topicSelect,
  })
  return record && asRow(record, actor.today)
}

const asRow = ({ allianceYear, updatedAt, milestones, ...own }: TopicRecord, today: Day): TopicRow => {
  const updatedOn = dayOf(updatedAt)
  return {
    ...own,
    updatedOn,
    isStale: allianceYear.state !== 'CLOSED' && isStale({ state: own.state, updatedOn }, today),
    year: allianceYear,
    progress: progressOf(milestones),
    milestones: milestones.map(({ dueOn, doneOn, ...step }) => ({
      ...step,
      dueOn: fromDate(dueOn),
      doneOn: fromDateOrNull(doneOn),
      isLate: doneOn === null && fromDate(dueOn) < today,
    })),
  }
}

/** What the year before left unfinished and this one does not have: what copying forward would bring. */
export async function listUnfinishedBefore(actor: Actor, allianceId: string, year: number): Promise<string[]> {
  const topics = await db.topic.findMany({
    where: {
      AND: [
        visibleTopics(actor),
        {
          OR: [
            { allianceYear: { allianceId, year: year - 1 }, state: { in: ['PLANNED', 'RUNNING'] } },
            { allianceYear: { allianceId, year } },
          ],
        },
      ],
    },
    select: { title: true, allianceYear: { select: { year: true } } },
    orderBy: { id: 'asc' },
  })
  const here = new Set(topics.filter((topic) => topic.allianceYear.year === year).map(({ title }) => title))
  return topics.filter((topic) => topic.allianceYear.year !== year && !here.has(topic.title)).map(({ title }) => title)
}

/** What the notice's annex suggests for the alliance, where a year does not have it yet. */
export async function listAnnexTopics(actor: Actor, allianceId: string, year: number): Promise<string[]> {
  const topics = await db.topic.findMany({
    where: {
      AND: [{ source: 'ANNEX', allianceYear: { allianceId, year: { in: [annexYear, year] } } }, visibleTopics(actor)],
    },
    select: { title: true, allianceYear: { select: { year: true } } },
    orderBy: { id: 'asc' },
  })
  const here = new Set(topics.filter((topic) => topic.allianceYear.year === year).map(({ title }) => title))
  return topics.map(({ title }) => title).filter((title) => !here.has(title))
}

/** What could be copied into a year: what the year before left unfinished, and what the annex suggests. */
export const listTopicsToCopy = (actor: Actor, allianceId: string, year: number): Promise<[string[], string[]]> =>
  Promise.all([listUnfinishedBefore(actor, allianceId, year), listAnnexTopics(actor, allianceId, year)])

/** Enterprises of the alliance that may own a topic today, by name. */
export async function listTopicOwners(actor: Actor, allianceId: string): Promise<{ id: string; name: string }[]> {
  const day = toDate(actor.today)
  const members = await db.membership.findMany({
    where: {
      AND: [
        { allianceId, alliance: enterableAlliances(actor) },
        { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
      ],
    },
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: [{ kind: 'asc' }, { enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  return members.map(({ enterprise }) => enterprise)
}
