import { QuizQuestionKind } from '@/lib/core/prisma/enums'

export const questionKinds = Object.values(QuizQuestionKind)

export const questionsMax = 20
export const optionsMax = 4
export const questionLengthMax = 400
export const optionLengthMax = 200
export const attemptsMostMax = 10

export const passMarkDefault = 80
export const attemptsDefault = 3

export type QuestionKind = (typeof questionKinds)[number]

export type Question = { id: string; kind: QuestionKind; text: string; options: string[]; right: number[] }

/** By question: the places of the chosen options in the order of the author. */
export type Answers = Record<string, number[]>

/** Places of a true or false question, which has no options of its own. */
export const truthPlaces = [0, 1] as const

const sameSet = (a: readonly number[], b: readonly number[]): boolean => {
  const [one, other] = [new Set(a), new Set(b)]
  return one.size === other.size && [...one].every((place) => other.has(place))
}

/** All of what is right and nothing else. */
export const isRight = ({ id, right }: Pick<Question, 'id' | 'right'>, answers: Answers): boolean =>
  sameSet(answers[id] ?? [], right)

export type Score = {
  right: number
  total: number
  /** Rounded down, so that nobody who failed reads the pass mark. */ percent: number
}

export function scoreOf(questions: readonly Pick<Question, 'id' | 'right'>[], answers: Answers): Score {
  const right = questions.filter((question) => isRight(question, answers)).length
  const total = questions.length
  return { right, total, percent: total === 0 ? 0 : Math.floor((100 * right) / total) }
}

/** In whole numbers: four of five are 80 %, whatever a division makes of it. */
export const passes = ({ right, total }: Score, passMark: number): boolean =>
  total > 0 && right * 100 >= passMark * total

type Standing = { attemptsMax: number; attempts: readonly { hasPassed: boolean; submittedAt: Date | null }[] }

export const hasPassed = ({ attempts }: Standing): boolean => attempts.some((attempt) => attempt.hasPassed)

/** How many attempts may still be begun. */
export const attemptsLeft = (standing: Standing): number =>
  hasPassed(standing) ? 0 : Math.max(0, standing.attemptsMax - standing.attempts.length)

/** Trainings have quizzes, whatever their state; a cancelled one has none. */
export const mayHaveQuiz = ({ kind, state }: { kind: string; state: string }): boolean =>
  kind === 'TRAINING' && state !== 'CANCELLED'

/** A question as its form holds it: four lines for options, and what is true. */
export type WrittenQuestion = {
  kind: QuestionKind
  text: string
  options: { text: string; isRight: boolean }[]
  isTrue: 'TRUE' | 'FALSE' | null
}

const truthOf = ({ kind, right }: Pick<Question, 'kind' | 'right'>): WrittenQuestion['isTrue'] => {
  if (kind !== 'TRUE_FALSE') return null
  return right[0] === 0 ? 'TRUE' : 'FALSE'
}

export const blankQuestion = (): WrittenQuestion => asWritten({ kind: 'SINGLE', text: '', options: [], right: [] })

function asWritten(question: Omit<Question, 'id'>): WrittenQuestion {
  const { kind, text, options, right } = question
  const lines = Array.from({ length: optionsMax }, (_, place) => ({
    text: options[place] ?? '',
    isRight: kind !== 'TRUE_FALSE' && right.includes(place),
  }))
  return { kind, text, options: lines, isTrue: truthOf(question) }
}

/** For the form: what was written, or one blank question. */
export const writtenAs = (questions: readonly Question[]): WrittenQuestion[] =>
  questions.length === 0 ? [blankQuestion()] : questions.map(asWritten)
