import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { escalatedAfterDays, owedStates } from '@/lib/problems/rules'
import { tellBureau, tellOrganiser } from './notice-mutations'
import { requestSelect } from './queries'

/** Points that are so long overdue that those who arranged the visit are told, and have not been told. */
export const longOverdue = (today: Day) => ({
  escalatedAt: null,
  state: { in: owedStates },
  dueOn: { lte: toDate(plusDays(today, -escalatedAfterDays)) },
})

/**
 * Tells the bureau that supervises the enterprise, and the coordinator who arranged the visit, how many points of its
 * advice are long overdue. That they were told is kept in the same transaction, so that a second run tells nobody twice.
 * @returns how many points
 */
export async function escalateAdvice(
  tx: Tx,
  requestId: string,
  { today, at }: { today: Day; at: Date },
): Promise<number> {
  const { count } = await tx.guidanceAdvice.updateMany({
    where: { requestId, ...longOverdue(today) },
    data: { escalatedAt: at },
  })
  if (count === 0) return 0
  const request = await tx.guidanceRequest.findUniqueOrThrow({ where: { id: requestId }, select: requestSelect })
  const told = { request, kind: 'ADVICE_OVERDUE', count, day: String(escalatedAfterDays) } as const
  await tellBureau(tx, told)
  await tellOrganiser(tx, request.organiserAllianceId, told)
  return count
}
