import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db } from '@/lib/core/db'
import type { PracticeFilter } from './filter-rules'
import { listAllPractices, type PracticeRow } from './list-queries'
import { canExportPractices } from './policy'

/** The rows of the library as it is filtered; null for whoever takes no lists away. The log keeps no words of a search. */
export async function exportPractices(actor: Actor, filter: PracticeFilter): Promise<PracticeRow[] | null> {
  if (!canExportPractices(actor)) return null
  const rows = await listAllPractices(actor, filter)
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'practices',
    subjectId: null,
    detail: { rows: rows.length },
  })
  return rows
}
