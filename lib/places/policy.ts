import { dayOf, toDate } from '@/lib/core/clock'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

/** An activity is open to who is a member of one of its alliances on the day it starts. */
export function membershipsConcerned(activity: Pick<Activity, 'id' | 'startsAt'>): Prisma.MembershipWhereInput {
  const day = toDate(dayOf(activity.startsAt))
  return {
    AND: [
      { joinedOn: { lte: day } },
      { OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
      { alliance: { activities: { some: { activityId: activity.id } } } },
    ],
  }
}
