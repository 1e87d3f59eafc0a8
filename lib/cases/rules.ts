import { SelfCheckAnswerKind } from '@/lib/core/prisma/enums'

export const answerKinds = Object.values(SelfCheckAnswerKind)

export type AnswerKind = (typeof answerKinds)[number]

export const titleLengthMax = 120
export const placeLengthMax = 120
export const textLengthMax = 4_000
export const sourceLengthMax = 200
export const questionLengthMax = 300
export const noteLengthMax = 300

export const questionsMin = 3
export const questionsMax = 10

/** A self-check is to be answered within so many days at most. */
export const dueDaysMax = 366

export type Tally = { sent: number; answered: number }

/** Whether a member may answer, or say it otherwise: what was answered stands after the due day, a first answer may be late. */
export const mayAnswer = ({ answeredAt, dueOn }: { answeredAt: Date | null; dueOn: string }, today: string): boolean =>
  answeredAt === null || today <= dueOn
