import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { visibleActivities } from './policy'

/** Those of the named activities that the actor sees. */
export async function listSeenActivityIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const seen = await db.activity.findMany({
    where: { AND: [{ id: { in: ids } }, visibleActivities(actor)] },
    select: { id: true },
  })
  return seen.map(({ id }) => id)
}
