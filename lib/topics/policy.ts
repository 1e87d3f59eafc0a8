import { insures, isMunicipal, leads, type Actor } from '@/lib/access/actor'
import { canEditActivity } from '@/lib/activities/policy'
import { visibleAllianceYears } from '@/lib/alliances/policy'
import type { Activity, AllianceYear, Prisma } from '@/lib/core/prisma/client'

type OneYear = Pick<AllianceYear, 'allianceId'>

/** Topics are seen by whoever sees the year of their alliance. */
export const visibleTopics = (actor: Actor): Prisma.TopicWhereInput => ({ allianceYear: visibleAllianceYears(actor) })

/** Whether the actor drives the alliance's topics: the bureau, its insurer's people, its lead company (三(二), 四(二)). */
const drivesTopics = (actor: Actor, year: OneYear): boolean =>
  isMunicipal(actor) || insures(actor, year.allianceId) || leads(actor, year.allianceId)

export const canPlanTopic = (actor: Actor, year: OneYear): boolean => drivesTopics(actor, year)
export const canReviseTopic = (actor: Actor, year: OneYear): boolean => drivesTopics(actor, year)
export const canReportTopicProgress = (actor: Actor, year: OneYear): boolean => drivesTopics(actor, year)
export const canCopyTopics = (actor: Actor, year: OneYear): boolean => drivesTopics(actor, year)
/** Whoever drives the topic and runs the activity says that the one took the other up. */
export const canLinkDiscussion = (actor: Actor, year: OneYear, activity: Pick<Activity, 'hostAllianceId'>): boolean =>
  drivesTopics(actor, year) && canEditActivity(actor, activity)
