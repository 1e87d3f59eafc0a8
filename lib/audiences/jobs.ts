import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { reviseInvitations } from '@/lib/places/audience-mutations'

/**
 * The round: holds the invitations of everything that is published and has not begun against its audience, because
 * members, mandates and trainings change in many places, and by the mere passing of days. One transaction for each
 * activity; one that fails keeps no other from being looked at, and is looked at again in the next round.
 */
export async function reviseAudiences(): Promise<void> {
  const at = now()
  const coming = await db.audienceRule.findMany({
    where: { activity: { state: 'PUBLISHED', startsAt: { gt: at } } },
    select: { activityId: true },
    orderBy: { activityId: 'asc' },
  })
  for (const { activityId } of coming) {
    try {
      const revised = await db.$transaction((tx) => reviseInvitations(tx, { activityId, at }), { timeout: 60_000 })
      if (revised.invited + revised.left > 0) log.info({ activityId, ...revised }, 'invitations revised')
    } catch (error) {
      log.error({ activityId, error }, 'invitations not revised')
    }
  }
}
