import { dayOf } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { escalateAdvice, longOverdue } from './escalation-mutations'

/** The daily round: one transaction for each request, so that one that fails keeps no other from being told. */
export async function escalateAllAdvice(): Promise<void> {
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
