import type { Actor } from '@/lib/access/actor'
import { visibleAllianceYears } from '@/lib/alliances/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleTopics } from './policy'

const yearSelect = {
  id: true,
  year: true,
  state: true,
  allianceId: true,
  alliance: { select: { slug: true, name: true } },
} satisfies Prisma.AllianceYearSelect

const topicSelect = {
  id: true,
  title: true,
  state: true,
  progressNote: true,
  version: true,
  ownerId: true,
  owner: { select: { name: true } },
  allianceYear: { select: yearSelect },
} satisfies Prisma.TopicSelect

const milestoneSelect = {
  id: true,
  title: true,
  dueOn: true,
  doneOn: true,
  topic: { select: topicSelect },
} satisfies Prisma.MilestoneSelect

export type TopicYearSubject = Prisma.AllianceYearGetPayload<{ select: typeof yearSelect }>
export type TopicSubject = Prisma.TopicGetPayload<{ select: typeof topicSelect }>
export type MilestoneSubject = Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>

export const topicYearSubject = (tx: Tx, actor: Actor, { allianceYearId }: { allianceYearId: string }) =>
  tx.allianceYear.findFirst({
    where: { AND: [{ id: allianceYearId }, visibleAllianceYears(actor)] },
    select: yearSelect,
  })

export const topicSubject = (tx: Tx, actor: Actor, { topicId }: { topicId: string }) =>
  tx.topic.findFirst({ where: { AND: [{ id: topicId }, visibleTopics(actor)] }, select: topicSelect })

export const milestoneSubject = (tx: Tx, actor: Actor, { milestoneId }: { milestoneId: string }) =>
  tx.milestone.findFirst({
    where: { AND: [{ id: milestoneId }, { topic: visibleTopics(actor) }] },
    select: milestoneSelect,
  })
