import { dayOf } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { urgeOverdueFindings } from '@/lib/inspections/jobs'
import { escalateAdvice, longOverdue } from './escalation-mutations'

/**
 * The daily round about what was found wrong at a plant, by experts or by another member (070). A job that fails is taken
 * again as a whole; what was told of already is told of no second time.
 */
export async function escalateAllAdvice(): Promise<void> {
  await escalateAdviceOfAll()
  await urgeOverdueFindings()
}

/** One transaction for each request, so that one that fails keeps no other from being told. */
async function escalateAdviceOfAll(): Promise<void> {
  const at = now()
  const today = dayOf(at)
  const requests = await db.guidanceRequest.findMany({
    where: { advice: { some: longOverdue(today) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let told = 0
  for (const { id } of requests) told += await db.$transaction((tx) => escalateAdvice(tx, id, { today, at }))
  if (told > 0) log.info({ points: told }, 'told of advice long overdue')
}
