import { addDays } from 'date-fns'
import type { ActivityState } from '@/lib/core/prisma/enums'

/** 内容、组织、收获: each from 1 to 5. */
export const feedbackQuestions = ['content', 'organization', 'gain'] as const

export type FeedbackQuestion = (typeof feedbackQuestions)[number]

export const scores = [1, 2, 3, 4, 5] as const
export const remarkLengthMax = 500

/** Fewer answers than this would tell who said what: then only their number is shown. */
export const answersShownFrom = 3

/** An answer may be changed for so many days after it was given. */
export const changeDays = 14

/** The first answer is taken until so many days after the end of the activity. */
export const giveDays = 60

/** An activity is judged once it was held. */
export const judgedStates = ['HELD', 'CLOSED'] as const satisfies readonly ActivityState[]

export const isJudged = ({ state }: { state: ActivityState }): boolean => judgedStates.some((one) => one === state)

/** Answers given since then may still be changed. */
export const changeableSince = (at: Date): Date => addDays(at, -changeDays)

export const mayChange = ({ givenAt }: { givenAt: Date }, at: Date): boolean => givenAt >= changeableSince(at)

export const mayBegin = ({ endsAt }: { endsAt: Date }, at: Date): boolean => at <= addDays(endsAt, giveDays)
