import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { answersOf, drawn } from './draw-rules'
import { quizFacts } from './mutations'
import { passes, scoreOf } from './rules'
import type { AttemptSubject, QuizSubject } from './subject-queries'

/**
 * Begins an attempt, or goes on with the one that is open. The statement counts, and two constraints see to it that of two
 * presses at once one begins and the other finds what the first began.
 */
export async function startAttempt(
  tx: Tx,
  quiz: QuizSubject,
  userId: string,
): Promise<Outcome<{ attemptId: string; number: number }>> {
  const begun = await tx.$queryRaw<unknown[]>`
    INSERT INTO quiz_attempts (id, quiz_id, user_id, number, started_at)
    SELECT gen_random_uuid(), q.id, ${userId}::uuid, count(a.id) + 1, ${now()}
    FROM quizzes q LEFT JOIN quiz_attempts a ON a.quiz_id = q.id AND a.user_id = ${userId}::uuid
    WHERE q.id = ${quiz.id}::uuid AND q.state = 'OPEN' GROUP BY q.id
    HAVING count(a.id) < q.attempts_max AND NOT coalesce(bool_or(a.has_passed), false)
      AND count(a.id) = count(a.submitted_at)
    ON CONFLICT DO NOTHING RETURNING id`
  const open = await tx.quizAttempt.findFirst({
    where: { quizId: quiz.id, userId, submittedAt: null, quiz: { state: 'OPEN' } },
    select: { id: true, number: true },
  })
  if (!open) throw new Refusal(await whyNotBegun(tx, quiz, userId))
  const record = begun.length === 1 ? quizFacts(quiz.activity, { attempt: [null, open.number] }) : null
  return { data: { attemptId: open.id, number: open.number }, record }
}

async function whyNotBegun(tx: Tx, { id, state }: QuizSubject, userId: string): Promise<string> {
  if (state !== 'OPEN') return 'QUIZ_NOT_OPEN'
  const passed = await tx.quizAttempt.count({ where: { quizId: id, userId, hasPassed: true } })
  return passed > 0 ? 'QUIZ_PASSED' : 'QUIZ_ATTEMPTS_USED'
}

export type Submitted = { score: number; hasPassed: boolean }

/** Scores an attempt, once: a second press, at once or later, is told what the first came to. */
export async function submitAttempt(
  tx: Tx,
  attempt: AttemptSubject,
  chosen: readonly (readonly number[])[],
): Promise<Outcome<Submitted>> {
  const { id, number, quiz } = attempt
  if (attempt.submittedAt) return { data: outcomeOf(attempt), record: null }
  const given = answersOf(drawn(id, quiz.questions), chosen)
  if ('missing' in given) throw new Refusal('INVALID', { [`chosen.${given.missing}`]: 'ANSWER_THIS' })
  const score = scoreOf(quiz.questions, given.answers)
  const hasPassed = passes(score, quiz.passMark)
  const { count } = await tx.quizAttempt.updateMany({
    where: { id, submittedAt: null, quiz: { state: 'OPEN' } },
    data: { submittedAt: now(), answers: given.answers, score: score.percent, hasPassed },
  })
  if (count === 0) {
    const over = await tx.quizAttempt.findUniqueOrThrow({ where: { id }, select: { score: true, hasPassed: true } })
    refuseUnless(over.score !== null, 'QUIZ_NOT_OPEN')
    return { data: outcomeOf(over), record: null }
  }
  const changes = { attempt: [null, number], score: [null, score.percent] } satisfies Record<string, [unknown, unknown]>
  return { data: { score: score.percent, hasPassed }, record: quizFacts(quiz.activity, changes) }
}

const outcomeOf = ({ score, hasPassed }: { score: number | null; hasPassed: boolean }): Submitted => ({
  score: score ?? 0,
  hasPassed,
})
