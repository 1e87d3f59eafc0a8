import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { DraftSection } from '@/lib/core/prisma/enums'
import type { OwnPart } from './draft-rules'
import { visibleActivities } from './policy'

/** The sections of a draft that somebody has gone through. */
export async function listPassedSections(actor: Actor, activityId: string): Promise<DraftSection[]> {
  const rows = await db.activityDraftSection.findMany({
    where: { AND: [{ activityId }, { activity: visibleActivities(actor) }] },
    select: { section: true },
  })
  return rows.map(({ section }) => section)
}

/** What its kind has of its own and somebody has written: publishing does not ask for it. */
export async function listFilledParts(actor: Actor, activityId: string): Promise<OwnPart[]> {
  const activity = await db.activity.findFirst({
    where: { AND: [{ id: activityId }, visibleActivities(actor)] },
    select: { discussion: { select: { version: true } }, speakers: { select: { id: true }, take: 1 } },
  })
  return [
    ...(activity?.discussion ? ['QUESTION' as const] : []),
    ...(activity?.speakers[0] ? ['SPEAKERS' as const] : []),
  ]
}
