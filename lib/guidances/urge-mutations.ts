import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { owedStates } from '@/lib/problems/rules'
import { tellRequester } from './notice-mutations'
import type { GuidanceSubject } from './queries'

type Urging = { userId: string; today: Day }

/**
 * Urges an enterprise about the overdue points of its advice: each once a day, whoever presses; the constraint on the day
 * says so. It is told once, with how many. Refuses where nothing is overdue, or all was urged today.
 * @returns how many points
 */
export async function urgeGuidance(tx: Tx, request: GuidanceSubject, { userId, today }: Urging): Promise<number> {
  const overdue = await tx.guidanceAdvice.findMany({
    where: { requestId: request.id, state: { in: owedStates }, dueOn: { lt: toDate(today) } },
    select: { id: true },
    orderBy: { position: 'asc' },
  })
  refuseUnless(overdue.length > 0, 'GUIDANCE_NOTHING_OVERDUE')
  const onDay = toDate(today)
  const { count } = await tx.guidanceUrge.createMany({
    data: overdue.map(({ id }) => ({ adviceId: id, onDay, urgedById: userId })),
    skipDuplicates: true,
  })
  refuseUnless(count > 0, 'GUIDANCE_URGED_TODAY')
  await tellRequester(tx, { request, kind: 'ADVICE_URGED', count })
  return count
}
