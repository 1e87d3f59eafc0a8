import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import { dayOf, type Day } from '@/lib/core/clock'
import { Prisma, type Activity } from '@/lib/core/prisma/client'

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
 * Invitations (`id`, `user_id`, `created_at`) of people who represent today an enterprise that the activity is open to and
 * that has answered nothing: neither a place nor a wait nor leave.
 */
export const unansweredInvitations = (
  activity: Pick<Activity, 'id' | 'startsAt'>,
  today: Day,
): Prisma.Sql => Prisma.sql`
  SELECT i.id, i.user_id, i.created_at FROM invitations i
  JOIN users u ON u.id = i.user_id AND u.disabled_at IS NULL
  WHERE i.activity_id = ${activity.id}::uuid AND EXISTS (
    SELECT 1 FROM mandates m
    JOIN memberships s ON s.enterprise_id = m.enterprise_id AND s.joined_on <= ${dayOf(activity.startsAt)}::date
      AND (s.left_on IS NULL OR s.left_on > ${dayOf(activity.startsAt)}::date)
    JOIN activity_alliances aa ON aa.alliance_id = s.alliance_id AND aa.activity_id = i.activity_id
    WHERE m.user_id = i.user_id AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      AND NOT EXISTS (SELECT 1 FROM registrations r
        WHERE r.activity_id = i.activity_id AND r.enterprise_id = m.enterprise_id AND r.state <> 'WITHDRAWN'))`
