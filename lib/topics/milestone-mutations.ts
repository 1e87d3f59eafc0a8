import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { inOpenYear, topicFacts } from './mutations'
import type { ReviseMilestoneInput } from './schema'
import type { MilestoneSubject, TopicSubject } from './subject-queries'

/** A step is news of its topic; the form of the topic itself is not made stale by it, so its version stays. */
export async function touch(tx: Tx, topicId: string): Promise<void> {
  const { count } = await tx.topic.updateMany({ where: { id: topicId, ...inOpenYear }, data: { updatedAt: now() } })
  refuseUnless(count === 1, 'TOPIC_YEAR_CLOSED')
}

export async function planMilestone(
  tx: Tx,
  topic: TopicSubject,
  { title, dueOn }: { title: string; dueOn: Day },
): Promise<Outcome<{ milestoneId: string }>> {
  await touch(tx, topic.id)
  const { id } = await tx.milestone.create({
    data: { topicId: topic.id, title, dueOn: toDate(dueOn) },
    select: { id: true },
  })
  return {
    data: { milestoneId: id },
    record: topicFacts(topic, { milestone: [null, title], dueOn: [null, dueOn] }),
  }
}

/** Another title or day for a step that is still open; whoever saves second sees what the first one wrote. */
export async function reviseMilestone(
  tx: Tx,
  milestone: MilestoneSubject,
  { was, title, dueOn }: Omit<ReviseMilestoneInput, 'milestoneId'>,
): Promise<Outcome<null>> {
  await touch(tx, milestone.topic.id)
  const { count } = await tx.milestone.updateMany({
    where: { id: milestone.id, doneOn: null, title: was.title, dueOn: toDate(was.dueOn) },
    data: { title, dueOn: toDate(dueOn) },
  })
  if (count === 0) {
    const stands = await tx.milestone.findUnique({ where: { id: milestone.id } })
    if (!stands) throw new Refusal('NOT_FOUND')
    refuseUnless(stands.doneOn === null, 'MILESTONE_DONE_FIXED')
    throw new Refusal('MILESTONE_CHANGED', {}, { title: stands.title, dueOn: fromDate(stands.dueOn) })
  }
  if (title === was.title && dueOn === was.dueOn) return { data: null, record: null }
  const changes: Changes = { milestone: [was.title, title], dueOn: [was.dueOn, dueOn] }
  return { data: null, record: topicFacts(milestone.topic, changes) }
}

export async function finishMilestone(
  tx: Tx,
  milestone: MilestoneSubject,
  { doneOn, today }: { doneOn: Day; today: Day },
): Promise<Outcome<null>> {
  refuseUnless(doneOn <= today, 'MILESTONE_IN_THE_FUTURE')
  await touch(tx, milestone.topic.id)
  const { count } = await tx.milestone.updateMany({
    where: { id: milestone.id, doneOn: null },
    data: { doneOn: toDate(doneOn) },
  })
  if (count === 0) return { data: null, record: null }
  return { data: null, record: topicFacts(milestone.topic, { [milestone.title]: [null, doneOn] }) }
}

export async function reopenMilestone(tx: Tx, milestone: MilestoneSubject): Promise<Outcome<null>> {
  await touch(tx, milestone.topic.id)
  const { count } = await tx.milestone.updateMany({
    where: { id: milestone.id, doneOn: { not: null } },
    data: { doneOn: null },
  })
  if (count === 0) return { data: null, record: null }
  const before = fromDateOrNull(milestone.doneOn)
  return { data: null, record: topicFacts(milestone.topic, { [milestone.title]: [before, null] }) }
}

/** What was done stays on the record. */
export async function removeMilestone(tx: Tx, milestone: MilestoneSubject): Promise<Outcome<null>> {
  await touch(tx, milestone.topic.id)
  const { count } = await tx.milestone.deleteMany({ where: { id: milestone.id, doneOn: null } })
  refuseUnless(count === 1, 'MILESTONE_DONE')
  const changes = {
    milestone: [milestone.title, null] as [string, null],
    dueOn: [fromDate(milestone.dueOn), null] as [string, null],
  }
  return { data: null, record: topicFacts(milestone.topic, changes) }
}
