import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { remindHost } from './host-mutations'
import { remindActivity } from './mutations'
import { dueReminder, isGateDue, longestBefore, settledBefore } from './rules'

/** The round: one transaction for each activity, so that one that fails keeps no other from being told of. */
export async function remindOfActivities(): Promise<void> {
  const at = now()
  const near = await db.activity.findMany({
    where: { state: 'PUBLISHED', startsAt: { gt: at, lte: new Date(at.getTime() + longestBefore) } },
    select: { id: true, kind: true, state: true, startsAt: true, publishedAt: true, movedAt: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  let told = 0
  for (const activity of near) {
    if (isGateDue(activity, at)) told += await db.$transaction((tx) => remindHost(tx, activity.id, at))
    if (!dueReminder(activity, at)) continue
    told += await db.$transaction((tx) => remindActivity(tx, activity.id, at), { timeout: 60_000 })
  }
  for (const { id } of await listMovedDrafts(at)) told += await db.$transaction((tx) => remindHost(tx, id, at))
  if (told > 0) log.info({ people: told }, 'reminded of activities')
}

/** Drafts that a host has agreed to at some other time than they have now. */
const listMovedDrafts = (at: Date): Promise<{ id: string }[]> =>
  db.$queryRaw`SELECT a.id FROM activities a JOIN visit_hosts h ON h.activity_id = a.id AND h.state = 'AGREED'
    WHERE a.kind = 'SITE_VISIT' AND a.state = 'DRAFT' AND a.starts_at > ${at} AND a.updated_at <= ${settledBefore(at)}
      AND h.agreed_starts_at <> a.starts_at ORDER BY a.starts_at, a.id`
