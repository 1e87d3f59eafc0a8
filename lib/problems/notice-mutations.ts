import { fromDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import type { ProblemSubject } from './subject-queries'

type Told = {
  kind: 'PROBLEM_SENT' | 'PROBLEM_URGED' | 'PROBLEM_RETURNED'
  /** Which to-dos, of `problem_todos t`. */
  concerned: Prisma.Sql
  today: Day
  at: Date
  reason?: string
}

/** Tells whoever holds a mandate of the enterprises concerned today. */
export const tellMembers = (
  tx: Tx,
  problem: Pick<ProblemSubject, 'id' | 'title' | 'dueOn'>,
  { kind, concerned, today, at, reason = '' }: Told,
): Promise<number> =>
  notify(tx, {
    kind,
    params: { title: problem.title, day: fromDate(problem.dueOn), reason },
    href: `/portal/problems/${problem.id}`,
    at,
    to: Prisma.sql`
      SELECT m.user_id FROM problem_todos t JOIN mandates m ON m.enterprise_id = t.enterprise_id
      WHERE m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date) AND ${concerned}`,
  })
