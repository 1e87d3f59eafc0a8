import type { Activity } from '@/lib/core/prisma/client'
import { FindingSeverity, type FindingState } from '@/lib/core/prisma/enums'
import type { Day } from '@/lib/core/clock'

export const scopeLengthMax = 300
export const locationLengthMax = 80
export const findingLengthMax = 500
export const measureLengthMax = 1_000
export const reasonLengthMax = 300
export const pairsMax = 100
export const findingsMax = 60

/** What was found is mended within so many years, or the day is a slip of the pen. */
export const dueYearsMax = 3

export const severities = Object.values(FindingSeverity)

/** What the inspected member may answer. */
export const answerStates = ['FIXING', 'FIXED'] as const satisfies readonly FindingState[]

/** Until it is closed or taken back. */
export const answerableStates = ['OPEN', 'FIXING', 'FIXED'] as const satisfies readonly FindingState[]

/** Answers that the other party may send back. */
export const returnableStates = ['FIXING', 'FIXED'] as const satisfies readonly FindingState[]

export const isAnswerable = (state: FindingState): boolean => answerableStates.some((one) => one === state)
export const isReturnable = (state: FindingState): boolean => returnableStates.some((one) => one === state)

type Standing = Pick<Activity, 'kind' | 'state'>

/** Who goes to whom in a mutual inspection (notice 三(五), 隐患互查) is settled until it is closed. */
export const takesPairs = ({ kind, state }: Standing): boolean =>
  kind === 'MUTUAL_INSPECTION' && state !== 'CANCELLED' && state !== 'CLOSED'

/** Members have been told of it: who is paired or not any more is told so. */
export const isAnnounced = ({ state }: Pick<Activity, 'state'>): boolean => state === 'PUBLISHED' || state === 'HELD'

/** What was found is written down from when the inspection begins, also after it is closed. */
export const takesFindings = ({ state, startsAt }: Pick<Activity, 'state' | 'startsAt'>, at: Date): boolean =>
  state !== 'DRAFT' && state !== 'CANCELLED' && startsAt <= at

/** The last day is still in time; what is reported mended waits for the other party. */
export const isOverdue = (state: FindingState, dueOn: Day | null, today: Day): boolean =>
  state === 'FIXING' && dueOn !== null && dueOn < today

export type FindingCounts = { total: number; open: number; toConfirm: number; closed: number }

/** Those taken back count nowhere. */
export function countsOf(states: FindingState[]): FindingCounts {
  const count = (...wanted: FindingState[]) => states.filter((state) => wanted.includes(state)).length
  return {
    total: states.length - count('WITHDRAWN'),
    open: count('OPEN', 'FIXING'),
    toConfirm: count('FIXED'),
    closed: count('CLOSED'),
  }
}
