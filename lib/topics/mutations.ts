import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { memberName } from '@/lib/alliances/subject-queries'
import { type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { TopicState } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { statesAfter, statesBefore } from './rules'
import type { ReportTopicProgressInput, ReviseTopicInput } from './schema'
import type { TopicSubject, TopicYearSubject } from './subject-queries'

/** A closed year is a record: its topics stand as they are. */
export const inOpenYear = { allianceYear: { state: { not: 'CLOSED' } } } as const

export const topicFacts = (topic: Pick<TopicSubject, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'topic',
  subjectId: topic.id,
  subjectLabel: topic.title,
  changes,
})

export async function planTopic(
  tx: Tx,
  year: TopicYearSubject,
  { title, ownerId, today }: { title: string; ownerId: string | null; today: Day },
): Promise<Outcome<{ topicId: string }>> {
  refuseUnless(year.state !== 'CLOSED', 'TOPIC_YEAR_CLOSED')
  const owner = await ownerName(tx, year.allianceId, ownerId, today)
  const known = await tx.topic.findFirst({ where: { allianceYearId: year.id, title }, select: { id: true } })
  if (known) throw new Refusal('TOPIC_ALREADY_PLANNED', { title: 'TOPIC_ALREADY_PLANNED' })
  const { id } = await tx.topic.create({
    data: { allianceYearId: year.id, title, ownerId, updatedAt: now() },
    select: { id: true },
  })
  return {
    data: { topicId: id },
    record: topicFacts({ id, title }, { year: [null, year.year], title: [null, title], owner: [null, owner] }),
  }
}

export async function reviseTopic(
  tx: Tx,
  topic: TopicSubject,
  { version, title, ownerId, today }: Omit<ReviseTopicInput, 'topicId'> & { today: Day },
): Promise<Outcome<{ version: number }>> {
  const { allianceId } = topic.allianceYear
  const owner =
    ownerId === topic.ownerId ? (topic.owner?.name ?? null) : await ownerName(tx, allianceId, ownerId, today)
  const { count } = await tx.topic.updateMany({
    where: { id: topic.id, version, ...inOpenYear },
    data: { title, ownerId, version: { increment: 1 }, updatedAt: now() },
  })
  if (count === 0) {
    await refuseWhenChanged(tx, topic, version)
    throw new Refusal('CONFLICT')
  }
  const before = { title: topic.title, owner: topic.owner?.name ?? null }
  return { data: { version: version + 1 }, record: topicFacts(topic, changesBetween(before, { title, owner })) }
}

/** The latest word, with the state that follows from it. A topic is done when its steps are. */
export async function reportTopicProgress(
  tx: Tx,
  topic: TopicSubject,
  { version, state, progressNote }: Omit<ReportTopicProgressInput, 'topicId'>,
): Promise<Outcome<{ version: number }>> {
  const { count } = await tx.topic.updateMany({
    where: {
      id: topic.id,
      version,
      state: { in: statesBefore(state) },
      ...inOpenYear,
      ...(state === 'DONE' && { milestones: { none: { doneOn: null } } }),
    },
    data: { state, progressNote, version: { increment: 1 }, updatedAt: now() },
  })
  if (count === 0) {
    const stands = await refuseWhenChanged(tx, topic, version)
    refuseUnless(statesAfter(stands).includes(state), 'TOPIC_STATE_DOES_NOT_FOLLOW')
    throw new Refusal('TOPIC_HAS_OPEN_MILESTONES', { state: 'TOPIC_HAS_OPEN_MILESTONES' })
  }
  const before = { state: topic.state, progressNote: topic.progressNote }
  return {
    data: { version: version + 1 },
    record: topicFacts(topic, changesBetween(before, { state, progressNote })),
  }
}

/** Takes unfinished topics of the year before into this one, with their owners; those already there stay. */
export async function copyTopics(tx: Tx, year: TopicYearSubject): Promise<Outcome<{ copied: number }>> {
  refuseUnless(year.state !== 'CLOSED', 'TOPIC_YEAR_CLOSED')
  const unfinished = await tx.topic.findMany({
    where: {
      allianceYear: { allianceId: year.allianceId, year: year.year - 1 },
      state: { in: ['PLANNED', 'RUNNING'] },
    },
    select: { title: true, ownerId: true, source: true },
    orderBy: { id: 'asc' },
  })
  const at = now()
  const copied = await tx.topic.createManyAndReturn({
    data: unfinished.map((topic) => ({ ...topic, allianceYearId: year.id, updatedAt: at })),
    skipDuplicates: true,
    select: { title: true },
  })
  if (copied.length === 0) return { data: { copied: 0 }, record: null }
  const changes: Changes = { topics: [[], copied.map(({ title }) => title)] }
  const subjectLabel = `${year.alliance.name} ${year.year}`
  return {
    data: { copied: copied.length },
    record: { subjectType: 'allianceYear', subjectId: year.id, subjectLabel, changes },
  }
}

/** The owner is an enterprise of the alliance on the day it takes the topic on. */
async function ownerName(tx: Tx, allianceId: string, ownerId: string | null, today: Day): Promise<string | null> {
  if (!ownerId) return null
  const name = await memberName(tx, { allianceId, enterpriseId: ownerId, today })
  if (name === null) throw new Refusal('TOPIC_OWNER_NOT_A_MEMBER', { ownerId: 'NOT_A_CHOICE' })
  return name
}

/**
 * After a guarded write that touched nothing: refuses when the year was closed or somebody was faster, with what stands
 * there now; otherwise answers the state, and the caller knows which of its own rules stood in the way.
 */
async function refuseWhenChanged(tx: Tx, topic: TopicSubject, version: number): Promise<TopicState> {
  const stands = await tx.topic.findUniqueOrThrow({
    where: { id: topic.id },
    select: {
      title: true,
      state: true,
      progressNote: true,
      version: true,
      ownerId: true,
      owner: { select: { name: true } },
      allianceYear: { select: { state: true } },
    },
  })
  refuseUnless(stands.allianceYear.state !== 'CLOSED', 'TOPIC_YEAR_CLOSED')
  if (stands.version === version) return stands.state
  const last = await tx.auditEvent.findFirst({
    where: { subjectType: 'topic', subjectId: topic.id },
    select: { actorName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const { title, state, progressNote, ownerId, owner } = stands
  const said = { title, state, progressNote, ownerId: ownerId ?? '', owner: owner?.name ?? '' }
  const params = { ...said, changedBy: last?.actorName ?? '' }
  throw new Refusal('TOPIC_CHANGED', {}, { ...params, version: stands.version })
}
