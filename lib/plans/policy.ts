import type { Actor } from '@/lib/access/actor'
import { canScheduleActivity } from '@/lib/activities/policy'
import type { Alliance } from '@/lib/core/prisma/client'

type OneAlliance = Pick<Alliance, 'id' | 'slug'>

/** Who plans the year is who runs its activities: the insurer's people by 四(一), the lead company by 三(一), the bureau. */
export const canCreateSeries = (actor: Actor, alliance: OneAlliance): boolean => canScheduleActivity(actor, alliance)
export const canCopyDates = (actor: Actor, alliance: OneAlliance): boolean => canScheduleActivity(actor, alliance)

/** How many people two dates would call at once is for whoever could choose another date. */
export const canSeeClashes = (actor: Actor, alliance: OneAlliance): boolean => canScheduleActivity(actor, alliance)
