import { insures, isMunicipal, leads, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

const runs = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId) || leads(actor, hostAllianceId)

/** What a kind has of its own is read by whoever sees the activity. */
export const visibleDiscussions = (actor: Actor): Prisma.ActivityDiscussionWhereInput => ({
  activity: visibleActivities(actor),
})
export const visibleSpeakers = (actor: Actor): Prisma.ActivitySpeakerWhereInput => ({
  activity: visibleActivities(actor),
})

export const canWriteDiscussion = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canNameSpeaker = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canRemoveSpeaker = (actor: Actor, { activity }: { activity: HostedActivity }): boolean =>
  runs(actor, activity)
