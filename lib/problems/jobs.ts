import { dayOf } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { escalateTo } from './escalation-mutations'

/** The daily round: one transaction for each jurisdiction, so that one that fails keeps no other from being told. */
export async function escalateProblems(): Promise<void> {
  const at = now()
  const jurisdictions = await db.jurisdiction.findMany({ select: { id: true }, orderBy: { sortOrder: 'asc' } })
  let told = 0
  for (const { id } of jurisdictions)
    told += await db.$transaction((tx) => escalateTo(tx, id, { today: dayOf(at), at }), { timeout: 60_000 })
  if (told > 0) log.info({ todos: told }, 'told the districts of common problems long overdue')
}
