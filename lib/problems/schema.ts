import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { ProblemTodoState } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import {
  answerLengthMax,
  answerStates,
  findingLengthMax,
  recommendationLengthMax,
  titleLengthMax,
  withdrawReasonLengthMax,
} from './rules'

const words = (lengthMax: number) => z.string().trim().min(1, 'REQUIRED').max(lengthMax, 'TOO_LONG')
const version = z.int().positive()
const day = z.string().refine(isDay, 'NOT_A_DAY')

const problem = {
  title: words(titleLengthMax),
  finding: words(findingLengthMax),
  recommendation: words(recommendationLengthMax),
  activityId: z.uuid().nullable(),
  dueOn: day,
}

export const draftProblemInput = z.strictObject({ allianceYearId: z.uuid(), ...problem })
export const reviseProblemInput = z.strictObject({ problemId: z.uuid(), version, ...problem })
export const discardProblemInput = z.strictObject({ problemId: z.uuid(), version })

/** `version` names the text that was read; to all members of today, or to those that are named. */
export const sendProblemInput = z
  .strictObject({
    problemId: z.uuid(),
    version,
    to: z.enum(['ALL', 'CHOSEN']),
    enterpriseIds: z.array(z.uuid()).max(2_000),
  })
  .refine(({ to, enterpriseIds }) => to === 'ALL' || enterpriseIds.length > 0, {
    path: ['enterpriseIds'],
    message: 'CHOOSE_ONE',
  })

export const answerTodoInput = z
  .strictObject({
    todoId: z.uuid(),
    version,
    state: z.enum(answerStates, 'CHOOSE_ONE'),
    answer: words(answerLengthMax),
    plannedOn: day.nullable(),
  })
  .refine(({ state, plannedOn }) => state !== 'DOING' || plannedOn !== null, {
    path: ['plannedOn'],
    message: 'REQUIRED',
  })

/** `version` names the answer that was read. */
export const verifyTodoInput = z.strictObject({ todoId: z.uuid(), version })
export const returnTodoInput = z.strictObject({ todoId: z.uuid(), version, reason: words(answerLengthMax) })

export const sendToLaterInput = z.strictObject({ problemId: z.uuid() })
export const withdrawProblemInput = z.strictObject({ problemId: z.uuid(), reason: words(withdrawReasonLengthMax) })

export const todoFileInput = z.strictObject({ id: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see upload-actions). */
export const addTodoFileInput = z.strictObject({
  todoId: z.uuid(),
  file: receivedFile,
})

export const urgeTodoInput = z.strictObject({ todoId: z.uuid() })
export const urgeMembersInput = z.strictObject({ problemId: z.uuid() })

export const todoStateFilters = [...Object.values(ProblemTodoState), 'OVERDUE'] as const

/** The query of a list of to-dos: what makes no sense is left out. */
export const todoFilter = z.object({
  state: z.enum(todoStateFilters).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type ProblemFields = Omit<z.output<typeof draftProblemInput>, 'allianceYearId'>
export type TodoAnswer = Omit<z.output<typeof answerTodoInput>, 'todoId'>
export type TodoFilter = z.output<typeof todoFilter>
