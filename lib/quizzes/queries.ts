import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { canTakeQuiz, canWriteQuiz, visibleAttempts, visibleQuizzes } from './policy'
import { drawn } from './draw-rules'
import { attemptsLeft, hasPassed, isRight, type Answers, type QuestionKind } from './rules'
import { ownAttendance, questionSelect } from './subject-queries'

const quizSelect = (actor: Actor) =>
  ({
    id: true,
    state: true,
    passMark: true,
    attemptsMax: true,
    isRequired: true,
    version: true,
    activity: { select: { id: true, title: true, hostAllianceId: true, attendances: ownAttendance(actor) } },
    attempts: {
      where: visibleAttempts(actor),
      select: { id: true, number: true, submittedAt: true, score: true, hasPassed: true },
      orderBy: { number: 'asc' },
    },
    _count: { select: { questions: true } },
  }) satisfies Prisma.QuizSelect

type QuizRecord = Prisma.QuizGetPayload<{ select: ReturnType<typeof quizSelect> }>

/** A quiz as its reader meets it: the terms, and the reader's own attempts. Never what is right. */
export type QuizStanding = Omit<QuizRecord, '_count'> & {
  questions: number
  attemptsLeft: number
  hasPassed: boolean
  mayTake: boolean
}

export async function getQuiz(actor: Actor, activityId: string): Promise<QuizStanding | null> {
  if (!isId(activityId)) return null
  const record = await db.quiz.findFirst({
    where: { AND: [{ activityId }, visibleQuizzes(actor)] },
    select: quizSelect(actor),
  })
  if (!record) return null
  const { _count, ...quiz } = record
  return {
    ...quiz,
    questions: _count.questions,
    attemptsLeft: attemptsLeft(quiz),
    hasPassed: hasPassed(quiz),
    mayTake: canTakeQuiz(actor, quiz),
  }
}

/** What the browser is shown of a question: its place in the attempt is its name. */
export type ShownQuestion = { kind: QuestionKind; text: string; options: string[] }

export type OpenAttempt = { id: string; number: number; questions: ShownQuestion[] }

/** The attempt that the reader has begun, without anything of what is right. */
export async function getOpenAttempt(actor: Actor, quizId: string): Promise<OpenAttempt | null> {
  const attempt = await db.quizAttempt.findFirst({
    where: { AND: [{ quizId, submittedAt: null }, visibleAttempts(actor)] },
    select: {
      id: true,
      number: true,
      quiz: {
        select: {
          questions: { select: { id: true, kind: true, text: true, options: true }, orderBy: { position: 'asc' } },
        },
      },
    },
  })
  if (!attempt) return null
  const { id, number, quiz } = attempt
  const questions = drawn(id, quiz.questions).map(({ question: { kind, text, options }, order }) => ({
    kind,
    text,
    options: kind === 'TRUE_FALSE' ? [] : order.map((place) => options[place] ?? ''),
  }))
  return { id, number, questions }
}

export type Reviewed = {
  kind: QuestionKind
  text: string
  options: string[]
  chosen: number[]
  isRight: boolean
  /** null: not told while there are attempts left. */
  right: number[] | null
}

export type Review = { number: number; score: number; hasPassed: boolean; submittedAt: Date; questions: Reviewed[] }

/**
 * The reader's last attempt that is over: which answers were right, and, once it has been passed or no attempt is left, what
 * would have been.
 */
export async function getReview(actor: Actor, quiz: QuizStanding): Promise<Review | null> {
  const attempt = await db.quizAttempt.findFirst({
    where: { AND: [{ quizId: quiz.id, submittedAt: { not: null } }, visibleAttempts(actor)] },
    select: {
      number: true,
      score: true,
      hasPassed: true,
      submittedAt: true,
      answers: true,
      quiz: { select: { questions: { select: questionSelect, orderBy: { position: 'asc' } } } },
    },
    orderBy: { number: 'desc' },
  })
  if (!attempt?.submittedAt) return null
  const { number, score, hasPassed: passed, submittedAt } = attempt
  const isOver = quiz.state === 'CLOSED' || (quiz.attemptsLeft === 0 && quiz.attempts.every((one) => one.submittedAt))
  const answers = readAnswers(attempt.answers)
  const questions = attempt.quiz.questions.map((question) => ({
    kind: question.kind,
    text: question.text,
    options: question.options,
    chosen: answers[question.id] ?? [],
    isRight: isRight(question, answers),
    right: isOver ? question.right : null,
  }))
  return { number, score: score ?? 0, hasPassed: passed, submittedAt, questions }
}

function readAnswers(stored: Prisma.JsonValue): Answers {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  return Object.fromEntries(
    Object.entries(stored).map(([id, places]) => [
      id,
      Array.isArray(places) ? places.filter((place): place is number => typeof place === 'number') : [],
    ]),
  )
}

export type QuizDraft = Prisma.QuizGetPayload<{
  select: {
    version: true
    state: true
    passMark: true
    attemptsMax: true
    isRequired: true
    questions: { select: typeof questionSelect }
  }
}>

/** The questions with what is right: for whoever writes them. */
export async function getQuizDraft(
  actor: Actor,
  activity: { id: string; hostAllianceId: string },
): Promise<QuizDraft | null> {
  if (!canWriteQuiz(actor, activity)) return null
  return db.quiz.findUnique({
    where: { activityId: activity.id },
    select: {
      version: true,
      state: true,
      passMark: true,
      attemptsMax: true,
      isRequired: true,
      questions: { select: questionSelect, orderBy: { position: 'asc' } },
    },
  })
}
