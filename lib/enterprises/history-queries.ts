import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { visibleDossiers } from './policy'

export type HistoryEntry = {
  id: string
  at: Date
  actorName: string
  actorHat: string
  verb: string
  /** Field → what it was and what it is. */
  changes: Record<string, [before: unknown, after: unknown]>
}

/** As many entries as one page shows; the trail itself keeps all. */
export const historyMax = 50

const changesShape = z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).catch({})

/** What was done to an enterprise's entry, by import or by hand, the latest first, and how often in all. */
export async function listHistory(
  actor: Actor,
  enterpriseId: string,
): Promise<{ entries: HistoryEntry[]; total: number }> {
  const isVisible =
    isId(enterpriseId) &&
    (await db.enterprise.count({ where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] } })) > 0
  if (!isVisible) return { entries: [], total: 0 }
  const where = { subjectType: 'enterprise', subjectId: enterpriseId }
  const [records, total] = await Promise.all([
    db.auditEvent.findMany({
      where,
      select: { id: true, at: true, actorName: true, actorHat: true, verb: true, changes: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: historyMax,
    }),
    db.auditEvent.count({ where }),
  ])
  return { entries: records.map((entry) => ({ ...entry, changes: changesShape.parse(entry.changes) })), total }
}
