import type { TaskHandlers } from '@/lib/tasks/jobs'

/** Who does the long work of each kind. Composed here, at the top: the step `tasks` knows none of them. */
export const taskHandlers: TaskHandlers = {}
