import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { notify } from '@/lib/notifications/mutations'
import { officersOf } from '@/lib/registry/notice-mutations'
import { escalatedAfterDays, owedStates } from './rules'

/**
 * Tells a jurisdiction of the to-dos of its enterprises that are long overdue. That it was told is kept in the same
 * transaction, so that a second run tells nobody twice. How many to-dos.
 */
export async function escalateTo(
  tx: Tx,
  jurisdictionId: string,
  { today, at }: { today: Day; at: Date },
): Promise<number> {
  const { count } = await tx.problemTodo.updateMany({
    where: {
      escalatedAt: null,
      state: { in: owedStates },
      problem: { state: 'SENT', dueOn: { lte: toDate(plusDays(today, -escalatedAfterDays)) } },
      enterprise: { supervisingJurisdictionId: jurisdictionId },
    },
    data: { escalatedAt: at },
  })
  if (count === 0) return 0
  await notify(tx, {
    kind: 'PROBLEMS_OVERDUE',
    params: { count: String(count), days: String(escalatedAfterDays) },
    href: '/portal/problems?state=OVERDUE',
    at,
    to: officersOf([jurisdictionId], today),
  })
  return count
}
