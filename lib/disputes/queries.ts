import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { getListedActivity, type ListedActivity } from '@/lib/attendance/list-queries'
import { dayOf, toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { countingPresence } from '@/lib/presence/policy'
import { canAnswerDispute, visibleDisputes } from './policy'

const activitySelect = {
  id: true,
  code: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  closedAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

/** The activity that an enterprise disputes, and which enterprise that is: the one that the actor acts for. */
export async function disputedActivity(tx: Tx, actor: Actor, { activityId }: { activityId: string }) {
  const { hat } = actor
  const activity = await tx.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleActivities(actor)] },
    select: activitySelect,
  })
  return activity && { ...activity, enterpriseId: hat.kind === 'ENTERPRISE' ? hat.enterpriseId : null }
}

export type DisputedActivity = NonNullable<Awaited<ReturnType<typeof disputedActivity>>>

const disputeSelect = {
  id: true,
  state: true,
  reason: true,
  filedAt: true,
  filedBy: { select: { name: true } },
  answer: true,
  answeredAt: true,
  answeredBy: { select: { name: true } },
  userId: true,
  user: { select: { name: true } },
  enterpriseId: true,
  enterprise: { select: { name: true } },
  filedById: true,
  activity: { select: activitySelect },
} satisfies Prisma.DisputeSelect

export type DisputeRow = Prisma.DisputeGetPayload<{ select: typeof disputeSelect }>

export const disputeSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<DisputeRow | null> =>
  tx.dispute.findFirst({
    where: { AND: [{ id }, visibleDisputes(actor), { activity: visibleActivities(actor) }] },
    select: disputeSelect,
  })

/** Who of an enterprise may have been there and is not credited: holders of a mandate on the day, and who checked in. */
export const uncreditedPeople = (
  activity: { id: string; startsAt: Date },
  enterpriseId: string,
): Prisma.UserWhereInput => {
  const own = { activityId: activity.id, enterpriseId }
  const day = toDate(dayOf(activity.startsAt))
  const mandate = { enterpriseId, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] }
  return {
    OR: [{ mandates: { some: mandate } }, { attendances: { some: { ...own, undoneAt: null } } }],
    attendances: { none: { ...own, ...countingPresence } },
  }
}

export type OwnDisputes = { disputes: DisputeRow[]; people: { value: string; label: string }[] }

/** What the actor's enterprise has disputed of an activity, and of whom it may. */
export async function getOwnDisputes(
  actor: Actor,
  activity: { id: string; startsAt: Date },
): Promise<OwnDisputes | null> {
  const { hat } = actor
  if (hat.kind !== 'ENTERPRISE') return null
  const [disputes, people] = await Promise.all([
    db.dispute.findMany({
      where: { AND: [{ activityId: activity.id }, visibleDisputes(actor)] },
      select: disputeSelect,
      orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    }),
    db.user.findMany({
      where: uncreditedPeople(activity, hat.enterpriseId),
      select: { id: true, name: true },
      orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
  ])
  return { disputes, people: people.map(({ id, name }) => ({ value: id, label: name })) }
}

export type ActivityDisputes = { activity: ListedActivity; disputes: DisputeRow[]; canAnswer: boolean }

/** All disputes of an activity that the actor sees, open ones first; null for an enterprise, whose own stand on the page. */
export async function getDisputes(actor: Actor, activityId: string): Promise<ActivityDisputes | null> {
  const activity = actor.hat.kind === 'ENTERPRISE' ? null : await getListedActivity(actor, activityId)
  if (!activity) return null
  const disputes = await db.dispute.findMany({
    where: { AND: [{ activityId }, visibleDisputes(actor)] },
    select: disputeSelect,
    orderBy: [{ state: 'asc' }, { filedAt: 'asc' }, { id: 'asc' }],
  })
  return { activity, disputes, canAnswer: canAnswerDispute(actor, activity) }
}

/** How many disputes of an activity there are to read, for the way to them. */
export const countDisputes = (actor: Actor, activityId: string): Promise<number> =>
  db.dispute.count({ where: { AND: [{ activityId }, visibleDisputes(actor)] } })

const openMax = 20

/** What waits for the answer of a coordinator, oldest first. */
export const listOpenDisputes = async (actor: Actor): Promise<DisputeRow[]> =>
  actor.hat.kind === 'INSURER'
    ? db.dispute.findMany({
        where: { state: 'OPEN', activity: { hostAllianceId: { in: actor.hat.allianceIds } } },
        select: disputeSelect,
        orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
        take: openMax,
      })
    : []
