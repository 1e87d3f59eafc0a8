import { belongsTo, nothing, type Actor } from '@/lib/access/actor'
import { canWriteMinutes, servedActivities, visibleActivities } from '@/lib/activities/policy'
import type { ActionItem, Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>
type HostedItem = Pick<ActionItem, 'ownerEnterpriseId'> & { activity: HostedActivity }

/** What an activity decided is known to whoever sees the activity. */
export const visibleDecisions = (actor: Actor): Prisma.ActivityDecisionWhereInput => ({
  AND: [{ removedAt: null }, { activity: visibleActivities(actor) }],
})

function itemsInSight(actor: Actor): Prisma.ActionItemWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { ownerEnterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') {
    const hosted = { hostAllianceId: { in: hat.allianceIds } }
    return { activity: { OR: [hosted, servedActivities(actor, hat.insurerId)] } }
  }
  if (hat.kind === 'NONE') return nothing
  const led = { activity: { hostAllianceId: { in: hat.leadAllianceIds } } }
  return { OR: [{ ownerEnterpriseId: hat.enterpriseId }, led] }
}

/** Who has what to do is known to whoever runs the activity, to its owner, and to the bureau that supervises the owner. */
export const knownActionItems = (actor: Actor): Prisma.ActionItemWhereInput => ({
  AND: [itemsInSight(actor), { activity: visibleActivities(actor) }],
})

export const visibleActionItems = (actor: Actor): Prisma.ActionItemWhereInput => ({
  AND: [{ removedAt: null }, knownActionItems(actor)],
})

/** Decisions and action items are part of the minutes. */
export const canRecordFollowups = (actor: Actor, activity: HostedActivity): boolean => canWriteMinutes(actor, activity)

/** Its owner says that it is done; what falls to the organiser, the organiser. */
export const canFinishItem = (actor: Actor, { ownerEnterpriseId, activity }: HostedItem): boolean =>
  ownerEnterpriseId ? belongsTo(actor, ownerEnterpriseId) : canWriteMinutes(actor, activity)

/** Nobody confirms what the own enterprise reported. */
export const canConfirmItem = (actor: Actor, { ownerEnterpriseId, activity }: HostedItem): boolean =>
  canWriteMinutes(actor, activity) && !(ownerEnterpriseId && belongsTo(actor, ownerEnterpriseId))

export const canReopenItem = (actor: Actor, { activity }: HostedItem): boolean => canWriteMinutes(actor, activity)
