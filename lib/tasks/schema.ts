import { z } from 'zod'

const taskId = z.uuid()

export const cancelTaskInput = z.strictObject({ id: taskId })
export const undoTaskInput = z.strictObject({ id: taskId })

/** What a form makes once, so that pressing twice asks once. */
export const taskKey = z.uuid()

export const summaryShape = z.record(z.string(), z.number())

/** What came of a task, as counts that lib/text has words for. */
export type Summary = z.output<typeof summaryShape>

export const problemParamsShape = z.record(z.string(), z.union([z.string(), z.number()]))
