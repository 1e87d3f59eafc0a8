import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { canSeeResults } from './policy'

export type QuizResult = {
  userId: string
  name: string
  enterprise: string | null
  attempts: number
  best: number | null
  hasPassed: boolean
  lastAt: Date | null
}

export type QuizFigures = { came: number; answered: number; passed: number }

/** How many came, answered and passed; null for whoever does not run the training. */
export async function countResults(
  actor: Actor,
  quiz: { id: string; activity: { id: string; hostAllianceId: string } },
): Promise<QuizFigures | null> {
  if (!canSeeResults(actor, quiz.activity)) return null
  const [figures] = await db.$queryRaw<QuizFigures[]>`
    SELECT count(*)::int AS came,
      count(*) FILTER (WHERE EXISTS (SELECT FROM quiz_attempts a
        WHERE a.quiz_id = ${quiz.id}::uuid AND a.user_id = p.user_id AND a.submitted_at IS NOT NULL))::int AS answered,
      count(*) FILTER (WHERE EXISTS (SELECT FROM quiz_attempts a
        WHERE a.quiz_id = ${quiz.id}::uuid AND a.user_id = p.user_id AND a.has_passed))::int AS passed
    FROM (SELECT DISTINCT user_id FROM attendances
      WHERE activity_id = ${quiz.activity.id}::uuid AND undone_at IS NULL) p`
  return figures ?? { came: 0, answered: 0, passed: 0 }
}

const resultsMax = 500

/** Whoever came, with their best attempt: those who have not passed first. For whoever runs the training. */
export async function listResults(
  actor: Actor,
  quiz: { id: string; activity: { id: string; hostAllianceId: string } },
): Promise<QuizResult[]> {
  if (!canSeeResults(actor, quiz.activity)) return []
  return db.$queryRaw<QuizResult[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (t.user_id) t.user_id AS "userId", u.name, u.name_pinyin, e.name AS enterprise,
        s.attempts, s.best, s.passed AS "hasPassed", s.last_at AS "lastAt"
      FROM attendances t JOIN users u ON u.id = t.user_id LEFT JOIN enterprises e ON e.id = t.enterprise_id
      CROSS JOIN LATERAL (
        SELECT count(a.submitted_at)::int AS attempts, max(a.score) AS best,
          coalesce(bool_or(a.has_passed), false) AS passed, max(a.submitted_at) AS last_at
        FROM quiz_attempts a WHERE a.quiz_id = ${quiz.id}::uuid AND a.user_id = t.user_id) s
      WHERE t.activity_id = ${quiz.activity.id}::uuid AND t.undone_at IS NULL
      ORDER BY t.user_id, t.checked_in_at) r
    ORDER BY "hasPassed", name_pinyin, "userId" LIMIT ${resultsMax}`
}
