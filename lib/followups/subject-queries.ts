import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { knownActionItems } from './policy'

const activitySelect = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

const decisionSelect = {
  id: true,
  text: true,
  activity: { select: activitySelect },
} satisfies Prisma.ActivityDecisionSelect

const itemSelect = {
  id: true,
  text: true,
  decisionId: true,
  ownerEnterpriseId: true,
  ownerEnterprise: { select: { name: true } },
  ownerPerson: true,
  dueOn: true,
  state: true,
  evidence: true,
  activity: { select: activitySelect },
} satisfies Prisma.ActionItemSelect

export type FollowupActivity = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>
export type DecisionSubject = Prisma.ActivityDecisionGetPayload<{ select: typeof decisionSelect }>
export type ItemSubject = Prisma.ActionItemGetPayload<{ select: typeof itemSelect }>

export const followupActivity = (tx: Tx, actor: Actor, { activityId }: { activityId: string }) =>
  tx.activity.findFirst({ where: { AND: [{ id: activityId }, visibleActivities(actor)] }, select: activitySelect })

/** Also one that was removed: it can be put back. */
export const decisionSubject = (tx: Tx, actor: Actor, { decisionId }: { decisionId: string }) =>
  tx.activityDecision.findFirst({
    where: { AND: [{ id: decisionId }, { activity: visibleActivities(actor) }] },
    select: decisionSelect,
  })

export const itemSubject = (tx: Tx, actor: Actor, { itemId }: { itemId: string }) =>
  tx.actionItem.findFirst({ where: { AND: [{ id: itemId }, knownActionItems(actor)] }, select: itemSelect })
