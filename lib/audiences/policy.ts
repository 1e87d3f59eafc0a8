import { insures, isMunicipal, type Actor } from '@/lib/access/actor'
import { canEditActivity } from '@/lib/activities/policy'
import type { Activity } from '@/lib/core/prisma/client'

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
