import { dayOf } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { tellNext } from './tell-mutations'

/** Tells the audiences of all announcements whose hour has come, each in a transaction of its own. */
export async function tellAnnouncements(): Promise<void> {
  const at = now()
  const next = () => db.$transaction((tx) => tellNext(tx, { at, today: dayOf(at) }))
  for (let hasMore = true; hasMore;) hasMore = await next()
}
