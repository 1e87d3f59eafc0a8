import { issuingCodes } from '@/lib/activations/jobs'
import { bulkHandlers } from '@/lib/bulk/jobs'
import type { TaskHandlers } from '@/lib/tasks/jobs'

/** Who does the long work of each kind. Composed here, at the top: the step `tasks` knows none of them. */
export const taskHandlers: TaskHandlers = {
  'issue-codes': issuingCodes,
  ...bulkHandlers,
}
