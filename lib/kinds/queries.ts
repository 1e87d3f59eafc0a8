import type { Actor } from '@/lib/access/actor'
import type { ActivitySubject } from '@/lib/activities/queries'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { membershipsConcerned } from '@/lib/places/policy'
import { insidePractices } from '@/lib/practices/policy'
import { canNameSpeaker, visibleDiscussions, visibleSpeakers } from './policy'
import { speakersMax } from './rules'

const activitySelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  startsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

const discussionSelect = { question: true, outcome: true, version: true } satisfies Prisma.ActivityDiscussionSelect

export type DiscussionRow = Prisma.ActivityDiscussionGetPayload<{ select: typeof discussionSelect }>

export const getDiscussion = (actor: Actor, activityId: string): Promise<DiscussionRow | null> =>
  db.activityDiscussion.findFirst({
    where: { AND: [{ activityId }, visibleDiscussions(actor)] },
    select: discussionSelect,
  })

const speakerSubjectSelect = {
  id: true,
  theme: true,
  enterprise: { select: { name: true } },
  activity: { select: activitySelect },
} satisfies Prisma.ActivitySpeakerSelect

export type SpeakerSubject = Prisma.ActivitySpeakerGetPayload<{ select: typeof speakerSubjectSelect }>

export const speakerSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<SpeakerSubject | null> =>
  tx.activitySpeaker.findFirst({ where: { AND: [{ id }, visibleSpeakers(actor)] }, select: speakerSubjectSelect })

/** `practice` only where the reader may read it. */
export type SpeakerRow = {
  id: string
  theme: string
  enterprise: string
  practice: { id: string; title: string } | null
}

/** Who shares what, in the order in which they were named. */
export async function listSpeakers(actor: Actor, activityId: string): Promise<SpeakerRow[]> {
  const rows = await db.activitySpeaker.findMany({
    where: { AND: [{ activityId }, visibleSpeakers(actor)] },
    select: { id: true, theme: true, practiceId: true, enterprise: { select: { name: true } } },
    orderBy: [{ namedAt: 'asc' }, { id: 'asc' }],
    take: speakersMax,
  })
  const practices = await listTitles(actor, { id: { in: rows.flatMap(({ practiceId }) => practiceId ?? []) } })
  return rows.map(({ practiceId, enterprise, ...row }) => ({
    ...row,
    enterprise: enterprise.name,
    practice: practices.find(({ id }) => id === practiceId) ?? null,
  }))
}

async function listTitles(actor: Actor, where: Prisma.PracticeWhereInput) {
  const rows = await db.practice.findMany({
    where: { AND: [where, insidePractices(actor)] },
    select: { id: true, currentVersion: { select: { title: true } }, enterprise: { select: { name: true } } },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  return rows.map(({ id, currentVersion, enterprise }) => ({
    id,
    title: currentVersion?.title ?? '',
    enterprise: enterprise.name,
  }))
}

type Choices = {
  members: { id: string; name: string }[]
  practices: { id: string; title: string; enterprise: string }[]
}

/** The members that may share, and what they have published; nothing for whoever names nobody. */
export async function listSpeakerChoices(
  actor: Actor,
  activity: Pick<ActivitySubject, 'id' | 'startsAt' | 'hostAllianceId'>,
): Promise<Choices> {
  if (!canNameSpeaker(actor, activity)) return { members: [], practices: [] }
  const concerned: Prisma.EnterpriseWhereInput = { memberships: { some: membershipsConcerned(activity) } }
  const [members, practices] = await Promise.all([
    db.enterprise.findMany({
      where: concerned,
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    listTitles(actor, { enterprise: concerned }),
  ])
  return { members, practices }
}
