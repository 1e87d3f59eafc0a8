import { insures, isMunicipal, type Actor } from '@/lib/access/actor'
import { canEditActivity } from '@/lib/activities/policy'
import { narrowActivities } from '@/lib/alliances/announcing-policy'
import { toDate } from '@/lib/core/clock'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** Whoever runs the activity says whom it is for. */
export const canChooseAudience = (actor: Actor, activity: HostedActivity): boolean => canEditActivity(actor, activity)

export const canLeaveOut = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  canEditActivity(actor, activity)

export const canReadmit = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  canEditActivity(actor, activity)

/** Names of people, as on the list of invitations: not the lead company, for whom another member has is its business. */
export const canSeeAudiencePeople = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId)

/**
 * What the portal offers an enterprise of its own accord, out of what it sees: what is for every member, what invited one
 * of its people, where it has a place, and what it runs as lead. Whoever looks for more finds it (ADR 058). Other hats
 * are offered whatever they see.
 */
export function offeredActivities({ hat, today }: Actor): Prisma.ActivityWhereInput {
  if (hat.kind !== 'ENTERPRISE') return {}
  const { enterpriseId, leadAllianceIds } = hat
  const held: Prisma.MandateWhereInput = {
    enterpriseId,
    validFrom: { lte: toDate(today) },
    OR: [{ validTo: null }, { validTo: { gte: toDate(today) } }],
  }
  const invited: Prisma.InvitationWhereInput = {
    OR: [{ leftAt: null }, { isKept: true }],
    user: { mandates: { some: held } },
  }
  return {
    OR: [
      { NOT: narrowActivities },
      { invitations: { some: invited } },
      { registrations: { some: { enterpriseId, state: { not: 'WITHDRAWN' } } } },
      { hostAllianceId: { in: leadAllianceIds } },
    ],
  }
}
