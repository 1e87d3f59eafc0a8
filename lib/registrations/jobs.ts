import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { lapseOffers } from '@/lib/places/mutations'

/** The round of offers that nobody took: one transaction for each activity, so that none keeps another from its places. */
export async function lapseOpenOffers(): Promise<void> {
  const at = now()
  const concerned = await db.registration.findMany({
    where: { offeredUntil: { lte: at }, activity: { state: 'PUBLISHED' } },
    select: { activityId: true },
    distinct: ['activityId'],
    orderBy: { activityId: 'asc' },
  })
  let lapsed = 0
  for (const { activityId } of concerned)
    lapsed += await db.$transaction((tx) => lapseOffers(tx, activityId, at), { timeout: 60_000 })
  if (lapsed > 0) log.info({ places: lapsed }, 'offers have lapsed')
}
