import { insures, isMunicipal, isSignedIn, leads, nothing, type Actor, type Hat } from '@/lib/access/actor'
import { startOfDay } from '@/lib/core/clock'
import type { Activity, Alliance, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

const notDraft: Prisma.ActivityWhereInput = { state: { not: 'DRAFT' } }

const openTo = (allianceIds: string[]): Prisma.ActivityWhereInput => ({
  alliances: { some: { allianceId: { in: allianceIds } } },
})

/**
 * What an insurer served: it stays readable to it when its term at the alliance is over, because the service record is
 * its own (AQ 9010). What is still to come belongs to whoever serves the alliance now.
 */
export const servedActivities = (actor: Actor, insurerId: string): Prisma.ActivityWhereInput => ({
  AND: [
    { insurerId },
    notDraft,
    { OR: [{ state: { in: ['HELD', 'CLOSED', 'CANCELLED'] } }, { endsAt: { lt: startOfDay(actor.today) } }] },
  ],
})

/**
 * Whose entries of an activity (a place, leave, having been there) the hat sees. Whoever runs the activity sees everyone, a
 * jurisdiction its own enterprises, an enterprise its own people, and everybody themselves. The condition fits each table
 * whose rows name an activity, an enterprise and a person.
 */
export function entriesInSight(actor: Actor) {
  const { hat } = actor
  if (!isSignedIn(actor)) return nothing
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') {
    const hosted = { hostAllianceId: { in: hat.allianceIds } }
    return { activity: { OR: [hosted, servedActivities(actor, hat.insurerId)] } }
  }
  if (hat.kind === 'NONE') return { userId: actor.userId }
  const own = [{ enterpriseId: hat.enterpriseId }, { userId: actor.userId }]
  return { OR: [...own, { activity: { hostAllianceId: { in: hat.leadAllianceIds } } }] }
}

/** An enterprise knows what its alliances offer today and whatever it took part in, and as lead its drafts. */
function ofEnterprise(hat: Extract<Hat, { kind: 'ENTERPRISE' }>): Prisma.ActivityWhereInput {
  const { enterpriseId, allianceIds, leadAllianceIds } = hat
  const concerned = [
    openTo(allianceIds),
    { registrations: { some: { enterpriseId } } },
    { attendances: { some: { enterpriseId } } },
  ]
  return { OR: [{ AND: [notDraft, { OR: concerned }] }, { hostAllianceId: { in: leadAllianceIds } }] }
}

/** The dates that the public pages show come from a query of their own; without a hat nothing is visible here. */
export function visibleActivities(actor: Actor): Prisma.ActivityWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return notDraft
  if (hat.kind === 'ENTERPRISE') return ofEnterprise(hat)
  if (hat.kind === 'NONE') return nothing
  return {
    OR: [
      { hostAllianceId: { in: hat.allianceIds } },
      { AND: [notDraft, openTo(hat.allianceIds)] },
      servedActivities(actor, hat.insurerId),
    ],
  }
}

/** Files belong to whoever sees the activity; one that was taken away is seen by nobody until it is put back. */
export const visibleActivityFiles = (actor: Actor): Prisma.ActivityFileWhereInput => ({
  AND: [{ removedAt: null }, { activity: visibleActivities(actor) }],
})

/** What whoever runs the activity can put back. */
export const removedActivityFiles = (actor: Actor): Prisma.ActivityFileWhereInput => ({
  AND: [{ removedAt: { not: null } }, { activity: runBy(actor) }],
})

function runBy({ hat }: Actor): Prisma.ActivityWhereInput {
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'INSURER') return { hostAllianceId: { in: hat.allianceIds } }
  if (hat.kind === 'ENTERPRISE') return { hostAllianceId: { in: hat.leadAllianceIds } }
  return nothing
}

/** Who runs the activities of an alliance: its insurer by 四(一), its lead company by 三(一), the bureau in any case. */
const runs = (actor: Actor, allianceId: string): boolean =>
  isMunicipal(actor) || insures(actor, allianceId) || leads(actor, allianceId)

export const canScheduleActivity = (actor: Actor, alliance: Pick<Alliance, 'id' | 'slug'>): boolean =>
  runs(actor, alliance.id)
/** Whether the actor may open an activity to the members of this alliance too, beside the host's. */
export const canInviteAlliance = (actor: Actor, allianceId: string): boolean => runs(actor, allianceId)

export const canCopyActivity = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canEditActivity = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canLimitPlaces = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canWriteDraft = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canPublishActivity = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canPostponeActivity = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canHoldActivity = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canCloseActivity = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canCancelActivity = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canWriteMinutes = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)
export const canAddActivityFile = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canRemoveActivityFile = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canRestoreActivityFile = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
export const canRunDoorDesk = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity.hostAllianceId)

/** Whether the actor is shown everybody's names and not only those that its own reading scope holds. */
export const canSeeParticipants = (actor: Actor, activity: HostedActivity): boolean =>
  runs(actor, activity.hostAllianceId)
