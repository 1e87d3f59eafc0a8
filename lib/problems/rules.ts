import type { Day } from '@/lib/core/clock'
import type { ProblemTodoState } from '@/lib/core/prisma/enums'

export const titleLengthMax = 120
export const findingLengthMax = 2_000
export const recommendationLengthMax = 2_000
export const answerLengthMax = 1_000
export const withdrawReasonLengthMax = 300

export const filesMax = 10
export const fileBytesMax = 50_000_000

/** A problem is to be dealt with, and an enterprise plans to be done, within so many years. */
export const dueYearsMax = 3

/** What an enterprise may answer. */
export const answerStates = ['NOT_APPLICABLE', 'DOING', 'DONE'] as const

/** Where the enterprise still owes something: an answer, or the end of what it is doing. */
export const owedStates = ['OPEN', 'DOING'] satisfies ProblemTodoState[]

/** So many days after the last day the bureau that supervises the enterprise is told. */
export const escalatedAfterDays = 7

/** Answers that the other party may send back. */
export const returnableStates = ['NOT_APPLICABLE', 'DOING', 'DONE'] satisfies ProblemTodoState[]

const isOwed = (state: ProblemTodoState): boolean => state === 'OPEN' || state === 'DOING'

/** The last day is still in time; what was reported done waits for the other party, not for the enterprise. */
export const isOverdue = (state: ProblemTodoState, dueOn: Day, today: Day): boolean => isOwed(state) && dueOn < today

export type Funnel = {
  sent: number
  answered: number
  notApplicable: number
  done: number
  verified: number
  overdue: number
}

/** Sent → answered → done → verified: whoever stands further on is counted at each step before. */
export function funnelOf(counts: Partial<Record<ProblemTodoState, number>>, isPastDue: boolean): Funnel {
  const { OPEN = 0, NOT_APPLICABLE = 0, DOING = 0, DONE = 0, VERIFIED = 0 } = counts
  const answered = NOT_APPLICABLE + DOING + DONE + VERIFIED
  return {
    sent: OPEN + answered,
    answered,
    notApplicable: NOT_APPLICABLE,
    done: DONE + VERIFIED,
    verified: VERIFIED,
    overdue: isPastDue ? OPEN + DOING : 0,
  }
}
