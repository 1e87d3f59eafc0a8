import { dayOf, fromDate, plusDays, type Day } from '@/lib/core/clock'
import type { Activity, InspectionFinding } from '@/lib/core/prisma/client'
import { FindingSeverity, type ActivityState, type FindingState } from '@/lib/core/prisma/enums'

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

/** A finding is answered within so many days: without a day to mend it by, whoever stays silent would never be late. */
export const answeredWithinDays = 7

/** So many days after its day the coordinator and the supervising district are told of a finding. */
export const escalatedAfterDays = 7

/** Where the inspected member still owes something: an answer, or the end of what it is doing. */
export const owedStates = ['OPEN', 'FIXING'] as const satisfies readonly FindingState[]

export const isOwed = (state: FindingState): boolean => owedStates.some((one) => one === state)

/** Activities of which somebody is urged: not of one that was called off. */
export const urgedActivityStates = ['PUBLISHED', 'HELD', 'CLOSED'] as const satisfies readonly ActivityState[]

type Dated = Pick<InspectionFinding, 'state' | 'dueOn' | 'measure' | 'recordedAt'>

/** The day that was promised, or until when an answer is due; null: none, as of an answer sent back that named no day. */
export function dueDayOf({ dueOn, measure, recordedAt }: Omit<Dated, 'state'>): Day | null {
  if (dueOn) return fromDate(dueOn)
  return measure === '' ? plusDays(dayOf(recordedAt), answeredWithinDays) : null
}

/** The last day is still in time; what is reported mended waits for the other party. */
export function isOverdue(finding: Dated, today: Day): boolean {
  const day = dueDayOf(finding)
  return isOwed(finding.state) && day !== null && day < today
}

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
