import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/**
 * Who was asked, what they answered and their links: the coordinator and the bureau, who also answer for an enterprise that
 * telephones. Not the lead company: whom another member could send is that member's business.
 */
export function visibleInvitations(actor: Actor): Prisma.InvitationWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  return hat.kind === 'INSURER' ? { activity: { hostAllianceId: { in: hat.allianceIds } } } : nothing
}

const sends = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId)

/** A draft has invited nobody. */
export const canSeeInvitations = (actor: Actor, activity: HostedActivity & Pick<Activity, 'state'>): boolean =>
  activity.state !== 'DRAFT' && sends(actor, activity)

export const canRevokeInvitation = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  sends(actor, activity)

export const canRestoreInvitation = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  sends(actor, activity)

/** The link answers for whom its person represents today, whoever presses and whether signed in or not. */
export const canAnswer = (_actor: Actor, { represented }: { represented: { id: string } | null }): boolean =>
  represented !== null
