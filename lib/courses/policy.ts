import type { Actor } from '@/lib/access/actor'
import { canEditActivity, visibleActivities } from '@/lib/activities/policy'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** Whoever sees the training sees what is taught in it and by whom. */
export const visibleCourses = (actor: Actor): Prisma.CourseWhereInput => ({ activity: visibleActivities(actor) })
export const visibleRegulationItems = (actor: Actor): Prisma.RegulationItemWhereInput => ({
  activity: visibleActivities(actor),
})

export const canPlanCourse = (actor: Actor, activity: HostedActivity): boolean => canEditActivity(actor, activity)
export const canReviseCourse = (actor: Actor, activity: HostedActivity): boolean => canEditActivity(actor, activity)
export const canRemoveCourse = (actor: Actor, activity: HostedActivity): boolean => canEditActivity(actor, activity)
export const canExplainRegulation = (actor: Actor, activity: HostedActivity): boolean =>
  canEditActivity(actor, activity)
export const canDropRegulation = (actor: Actor, activity: HostedActivity): boolean => canEditActivity(actor, activity)
