import { dayOf } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { escalatePair, longOverdue, toUrge, urgePair } from './urge-mutations'

/** The daily round: one transaction for each pair, so that one that fails takes back nothing of the others. */
export async function urgeOverdueFindings(): Promise<void> {
  const at = now()
  const today = dayOf(at)
  const pairs = await db.inspectionPair.findMany({
    where: { findings: { some: { OR: [toUrge(today), longOverdue(today)] } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const done = { urged: 0, escalated: 0 }
  for (const { id } of pairs) {
    done.urged += await db.$transaction((tx) => urgePair(tx, id, { today }))
    done.escalated += await db.$transaction((tx) => escalatePair(tx, id, { today, at }))
  }
  if (pairs.length > 0) log.info(done, 'urged about overdue findings of mutual inspections')
}
