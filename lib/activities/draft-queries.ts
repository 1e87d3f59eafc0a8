import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { DraftSection } from '@/lib/core/prisma/enums'
import { visibleActivities } from './policy'

/** The sections of a draft that somebody has gone through. */
export async function listPassedSections(actor: Actor, activityId: string): Promise<DraftSection[]> {
  const rows = await db.activityDraftSection.findMany({
    where: { AND: [{ activityId }, { activity: visibleActivities(actor) }] },
    select: { section: true },
  })
  return rows.map(({ section }) => section)
}
