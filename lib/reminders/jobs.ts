import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { remindActivity } from './mutations'
import { dueReminder, longestBefore } from './rules'

/** The round: one transaction for each activity, so that one that fails keeps no other from being told of. */
export async function remindOfActivities(): Promise<void> {
  const at = now()
  const near = await db.activity.findMany({
    where: { state: 'PUBLISHED', startsAt: { gt: at, lte: new Date(at.getTime() + longestBefore) } },
    select: { id: true, state: true, startsAt: true, publishedAt: true, movedAt: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  let told = 0
  for (const activity of near) {
    if (!dueReminder(activity, at)) continue
    told += await db.$transaction((tx) => remindActivity(tx, activity.id, at), { timeout: 60_000 })
  }
  if (told > 0) log.info({ people: told }, 'reminded of activities')
}
