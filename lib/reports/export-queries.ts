import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db } from '@/lib/core/db'
import { visibleParticipation } from './policy'
import { listAllParticipation, type EnterpriseLine } from './queries'
import type { orderOf, ReportFilter } from './schema'

/** Reads the rows of an export and logs that they were taken; null for whoever reads no participation at all. */
export async function exportParticipation(
  actor: Actor,
  filter: ReportFilter,
  order: ReturnType<typeof orderOf>,
): Promise<EnterpriseLine[] | null> {
  if (visibleParticipation(actor).kind === 'NOTHING') return null
  const lines = await listAllParticipation(actor, filter, order)
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'participation',
    subjectId: null,
    detail: { ...filter, rows: lines.length },
  })
  return lines
}
