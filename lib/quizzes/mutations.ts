import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import type { QuizFields } from './schema'
import type { QuizSubject, QuizTraining } from './subject-queries'

export const quizFacts = ({ id, title }: Pick<QuizTraining, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

/** Writes the whole quiz, the first one or a draft anew: `version` is the one that the form was drawn from, 0 for none. */
export async function writeQuiz(
  tx: Tx,
  training: QuizTraining,
  { version, questions, userId, ...terms }: QuizFields & { userId: string },
): Promise<Outcome<{ quizId: string }>> {
  refuseUnless(training.kind === 'TRAINING', 'QUIZ_ONLY_FOR_TRAININGS')
  refuseUnless(training.state !== 'CANCELLED', 'QUIZ_OF_CANCELLED')
  const quizId = version === 0 ? await begin(tx, training.id, userId) : await takeDraft(tx, training.id, version)
  await tx.quiz.update({ where: { id: quizId }, data: terms })
  await tx.quizQuestion.deleteMany({ where: { quizId } })
  await tx.quizQuestion.createMany({ data: questions.map((question, position) => ({ quizId, position, ...question })) })
  const changes: Changes = {
    questions: [null, questions.length],
    passMark: [null, terms.passMark],
    attemptsMax: [null, terms.attemptsMax],
    isRequired: [null, terms.isRequired],
  }
  return { data: { quizId }, record: quizFacts(training, changes) }
}

/** One for each training: whoever is second finds that there is one already, by the constraint. */
async function begin(tx: Tx, activityId: string, userId: string): Promise<string> {
  const quiz = await tx.quiz.create({
    data: { activityId, createdById: userId, createdAt: now() },
    select: { id: true },
  })
  return quiz.id
}

async function takeDraft(tx: Tx, activityId: string, version: number): Promise<string> {
  const quiz = await tx.quiz.findUnique({ where: { activityId }, select: { id: true, state: true } })
  refuseUnless(quiz?.state === 'DRAFT', 'QUIZ_FIXED')
  const { count } = await tx.quiz.updateMany({
    where: { id: quiz.id, version, state: 'DRAFT' },
    data: { version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  return quiz.id
}

/** From now on whoever came may answer, and is told so; what was asked stays as it is. Opened again, nobody is told twice. */
export async function openQuiz(tx: Tx, quiz: QuizSubject): Promise<Outcome<null>> {
  const { activity } = quiz
  const at = now()
  const { count } = await tx.quiz.updateMany({
    where: {
      id: quiz.id,
      state: { not: 'OPEN' },
      activity: { state: { in: ['PUBLISHED', 'HELD', 'CLOSED'] }, startsAt: { lte: at } },
    },
    data: { state: 'OPEN', version: { increment: 1 } },
  })
  if (count === 0) {
    // Pressed twice, or by two at once: it is open, and whoever came was told.
    const { state } = await tx.quiz.findUniqueOrThrow({ where: { id: quiz.id }, select: { state: true } })
    refuseUnless(state === 'OPEN', 'QUIZ_TOO_EARLY')
    return { data: null, record: null }
  }
  if (quiz.state === 'DRAFT')
    await notify(tx, {
      kind: 'QUIZ_OPENED',
      params: { title: activity.title, count: String(quiz.attemptsMax) },
      href: `/portal/activities/${activity.id}/quiz`,
      at,
      to: Prisma.sql`SELECT user_id FROM attendances WHERE activity_id = ${activity.id}::uuid AND undone_at IS NULL`,
    })
  return { data: null, record: quizFacts(activity, { quiz: [quiz.state, 'OPEN'] }) }
}

/** Nobody begins or submits an attempt any more. */
export async function closeQuiz(tx: Tx, quiz: QuizSubject): Promise<Outcome<null>> {
  const { count } = await tx.quiz.updateMany({
    where: { id: quiz.id, state: 'OPEN' },
    data: { state: 'CLOSED', version: { increment: 1 } },
  })
  return { data: null, record: count === 1 ? quizFacts(quiz.activity, { quiz: [quiz.state, 'CLOSED'] }) : null }
}
