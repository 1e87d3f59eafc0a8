import type { Outcome } from '@/lib/access/perform'
import { fromDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma, type ProblemState } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify, withdrawWaiting } from '@/lib/notifications/mutations'
import { laterMembers } from './later-policy'
import { problemFacts } from './mutations'
import { tellMembers } from './notice-mutations'
import type { ProblemSubject } from './subject-queries'

type Writer = { userId: string; today: Day }

/**
 * Gives members that joined since it was sent their to-do, and tells their people. Pressed twice, or by two at once, each
 * has it once and is told once. Refuses what is not open any more.
 */
export async function sendToLater(
  tx: Tx,
  problem: ProblemSubject,
  { today }: Writer,
): Promise<Outcome<{ members: number }>> {
  // Whoever withdraws it waits for us, or we see that they did.
  const [held] = await tx.$queryRaw<{ state: ProblemState }[]>`
    SELECT state::text AS state FROM problems WHERE id = ${problem.id}::uuid FOR SHARE`
  if (held?.state !== 'SENT') throw new Refusal(held?.state === 'WITHDRAWN' ? 'PROBLEM_WITHDRAWN' : 'PROBLEM_NOT_SENT')
  refuseUnless(problem.allianceYear.state !== 'CLOSED', 'PROBLEM_YEAR_CLOSED')
  refuseUnless(fromDate(problem.dueOn) >= today, 'PROBLEM_OVER')
  const made = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO problem_todos (id, problem_id, enterprise_id)
    SELECT gen_random_uuid(), ${problem.id}::uuid, l.enterprise_id FROM (${laterMembers(problem.id, today)}) AS l
    ON CONFLICT DO NOTHING RETURNING id`
  if (made.length === 0) return { data: { members: 0 }, record: null }
  const concerned = Prisma.sql`t.id = ANY(${made.map(({ id }) => id)}::uuid[])`
  await tellMembers(tx, problem, { kind: 'PROBLEM_SENT', concerned, today, at: now() })
  return { data: { members: made.length }, record: problemFacts(problem, { members: [null, made.length] }) }
}

/**
 * Takes back what was sent by mistake: nobody owes anything any more, and everybody who was told of it is told why. Pressed
 * twice it is withdrawn once.
 */
export async function withdrawProblem(
  tx: Tx,
  problem: ProblemSubject,
  { reason, userId, today }: Writer & { reason: string },
): Promise<Outcome<null>> {
  const at = now()
  const { count } = await tx.problem.updateMany({
    where: { id: problem.id, state: 'SENT' },
    data: {
      state: 'WITHDRAWN',
      withdrawnAt: at,
      withdrawnById: userId,
      withdrawReason: reason,
      version: { increment: 1 },
    },
  })
  if (count === 0) {
    const gone = await tx.problem.count({ where: { id: problem.id, state: 'WITHDRAWN' } })
    refuseUnless(gone === 1, 'PROBLEM_NOT_SENT')
    return { data: null, record: null }
  }
  const href = `/portal/problems/${problem.id}`
  await withdrawWaiting(tx, href)
  await notify(tx, {
    kind: 'PROBLEM_WITHDRAWN',
    params: { title: problem.title, reason },
    href,
    at,
    to: Prisma.sql`
      SELECT n.user_id FROM notifications n WHERE n.href = ${href}
      UNION
      SELECT m.user_id FROM problem_todos t JOIN mandates m ON m.enterprise_id = t.enterprise_id
      WHERE t.problem_id = ${problem.id}::uuid AND m.valid_from <= ${today}::date
        AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`,
  })
  return { data: null, record: problemFacts(problem, { reason: [null, reason] }) }
}
