import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Day } from '@/lib/core/clock'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import { audienceOf } from '@/lib/places/audience-policy'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/**
 * Who was asked, what they answered and their links: the coordinator and the bureau, who also answer for an enterprise that
 * telephones. Not the lead company: whom another member could send is that member's business.
 */
export const visibleInvitations = (actor: Actor): Prisma.InvitationWhereInput => ({ activity: visibleInviting(actor) })

/** The activities whose invitations they are. */
export function visibleInviting(actor: Actor): Prisma.ActivityWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  return hat.kind === 'INSURER' ? { hostAllianceId: { in: hat.allianceIds } } : nothing
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

export const canUrge = (actor: Actor, { activity }: { activity: HostedActivity }): boolean => sends(actor, activity)

/** The link answers for whom its person represents today, whoever presses and whether signed in or not. */
export const canAnswer = (_actor: Actor, { represented }: { represented: { id: string } | null }): boolean =>
  represented !== null

/**
 * Invitations (`id`, `user_id`, `created_at`) of people whom the audience meets for an enterprise that has answered
 * nothing: neither a place nor a wait nor leave.
 */
export const unansweredInvitations = (activityId: string, today: Day): Prisma.Sql => Prisma.sql`
  SELECT i.id, i.user_id, i.created_at FROM invitations i
  WHERE i.activity_id = ${activityId}::uuid AND i.left_at IS NULL AND i.user_id IN (
    WITH ${audienceOf(activityId, today)}
    SELECT met.user_id FROM met WHERE NOT EXISTS (SELECT 1 FROM registrations r
      WHERE r.activity_id = ${activityId}::uuid AND r.enterprise_id = met.enterprise_id AND r.state <> 'WITHDRAWN'))`
