import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleAttempts, visibleQuizzes } from './policy'

const trainingSelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

export type QuizTraining = Prisma.ActivityGetPayload<{ select: typeof trainingSelect }>

export const quizTraining = (
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<QuizTraining | null> =>
  tx.activity.findFirst({ where: { AND: [{ id: activityId }, visibleActivities(actor)] }, select: trainingSelect })

/** Attendances of one person, which say that they came. */
export const ownAttendance = ({ userId }: Actor) =>
  ({
    where: { undoneAt: null, userId: { in: userId ? [userId] : [] } },
    select: { userId: true },
    take: 1,
  }) satisfies Prisma.Activity$attendancesArgs

const quizSelect = (actor: Actor) =>
  ({
    id: true,
    state: true,
    attemptsMax: true,
    version: true,
    activity: { select: { ...trainingSelect, attendances: ownAttendance(actor) } },
  }) satisfies Prisma.QuizSelect

export type QuizSubject = Prisma.QuizGetPayload<{ select: ReturnType<typeof quizSelect> }>

export const quizSubject = (tx: Tx, actor: Actor, { quizId }: { quizId: string }): Promise<QuizSubject | null> =>
  tx.quiz.findFirst({ where: { AND: [{ id: quizId }, visibleQuizzes(actor)] }, select: quizSelect(actor) })

export const questionSelect = {
  id: true,
  kind: true,
  text: true,
  options: true,
  right: true,
} satisfies Prisma.QuizQuestionSelect

const attemptSelect = {
  id: true,
  userId: true,
  number: true,
  submittedAt: true,
  score: true,
  hasPassed: true,
  quiz: {
    select: {
      passMark: true,
      activity: { select: { id: true, title: true } },
      questions: { select: questionSelect, orderBy: { position: 'asc' } },
    },
  },
} satisfies Prisma.QuizAttemptSelect

export type AttemptSubject = Prisma.QuizAttemptGetPayload<{ select: typeof attemptSelect }>

export const attemptSubject = (
  tx: Tx,
  actor: Actor,
  { attemptId }: { attemptId: string },
): Promise<AttemptSubject | null> =>
  tx.quizAttempt.findFirst({ where: { AND: [{ id: attemptId }, visibleAttempts(actor)] }, select: attemptSelect })
