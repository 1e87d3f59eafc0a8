import { changesBetween, type AuditFacts } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDateOrNull, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { problemFacts } from './mutations'
import { tellMembers } from './notice-mutations'
import { dueYearsMax, owedStates, returnableStates } from './rules'
import type { TodoAnswer } from './schema'
import type { ProblemSubject, TodoSubject } from './subject-queries'

type Writer = { userId: string; today: Day }

export const todoFacts = ({ problem, enterprise }: TodoSubject, changes: AuditFacts['changes']): AuditFacts =>
  problemFacts(problem, { enterprise: [null, enterprise.name], ...changes })

const inForce = { state: 'SENT' } as const

/** Nothing is answered or judged of what was withdrawn. */
async function refuseWithdrawn(tx: Tx, { id }: TodoSubject): Promise<void> {
  const gone = await tx.problemTodo.count({ where: { id, problem: { state: 'WITHDRAWN' } } })
  refuseUnless(gone === 0, 'PROBLEM_WITHDRAWN')
}

/** What was verified stands; until then the enterprise may say it better. */
export async function answerTodo(
  tx: Tx,
  todo: TodoSubject,
  { version, state, answer, plannedOn: day, userId, today }: TodoAnswer & Writer,
): Promise<Outcome<{ version: number }>> {
  const plannedOn = state === 'DOING' ? day : null
  if (plannedOn && plannedOn < today) throw new Refusal('INVALID', { plannedOn: 'IN_THE_PAST' })
  if (plannedOn && plannedOn > plusDays(today, dueYearsMax * 365))
    throw new Refusal('INVALID', { plannedOn: 'TOO_FAR' })
  const { count } = await tx.problemTodo.updateMany({
    where: { id: todo.id, version, enterpriseId: todo.enterpriseId, state: { not: 'VERIFIED' }, problem: inForce },
    data: {
      state,
      answer,
      plannedOn: plannedOn && toDate(plannedOn),
      answeredAt: now(),
      answeredById: userId,
      returnReason: '',
      version: { increment: 1 },
    },
  })
  if (count === 0) await refuseWithdrawn(tx, todo)
  refuseUnless(count === 1 || todo.state !== 'VERIFIED', 'PROBLEM_TODO_VERIFIED')
  refuseUnless(count === 1, 'CONFLICT')
  const before = { state: todo.state, answer: todo.answer, plannedOn: fromDateOrNull(todo.plannedOn) }
  return {
    data: { version: version + 1 },
    record: todoFacts(todo, changesBetween<Record<string, unknown>>(before, { state, answer, plannedOn })),
  }
}

/** `version` is that of the answer which was read; whoever gave it does not verify it, under no hat. */
export async function verifyTodo(
  tx: Tx,
  todo: TodoSubject,
  { version, userId }: { version: number; userId: string },
): Promise<Outcome<null>> {
  const { count } = await tx.problemTodo.updateMany({
    where: { id: todo.id, version, state: 'DONE', answeredById: { not: userId }, problem: inForce },
    data: { state: 'VERIFIED', verifiedAt: now(), verifiedById: userId, version: { increment: 1 } },
  })
  if (count === 0) await refuseWithdrawn(tx, todo)
  if (count === 0) await refuseOwnAnswer(tx, todo.id, userId)
  refuseUnless(count === 1, 'CONFLICT')
  return { data: null, record: todoFacts(todo, { state: [todo.state, 'VERIFIED'] }) }
}

/** Back to the enterprise, with what is missing; what it answered stays readable. */
export async function returnTodo(
  tx: Tx,
  todo: TodoSubject,
  { version, reason, userId, today }: Writer & { version: number; reason: string },
): Promise<Outcome<null>> {
  const { count } = await tx.problemTodo.updateMany({
    where: { id: todo.id, version, state: { in: returnableStates }, answeredById: { not: userId }, problem: inForce },
    data: {
      state: 'OPEN',
      plannedOn: null,
      answeredAt: null,
      answeredById: null,
      returnReason: reason,
      version: { increment: 1 },
    },
  })
  if (count === 0) await refuseWithdrawn(tx, todo)
  if (count === 0) await refuseOwnAnswer(tx, todo.id, userId)
  refuseUnless(count === 1, 'CONFLICT')
  const concerned = Prisma.sql`t.id = ${todo.id}::uuid`
  await tellMembers(tx, todo.problem, { kind: 'PROBLEM_RETURNED', concerned, today, at: now(), reason })
  return { data: null, record: todoFacts(todo, { state: [todo.state, 'OPEN'], reason: [null, reason] }) }
}

async function refuseOwnAnswer(tx: Tx, id: string, userId: string): Promise<void> {
  const own = await tx.problemTodo.count({ where: { id, answeredById: userId, state: { not: 'VERIFIED' } } })
  refuseUnless(own === 0, 'PROBLEM_OWN_ANSWER')
}

/** Urges one member: once a day, whoever presses; the constraint on the day says so, not a look beforehand. */
export async function urgeTodo(tx: Tx, todo: TodoSubject, writer: Writer): Promise<Outcome<{ urged: number }>> {
  refuseUnless(todo.problem.state === 'SENT', 'PROBLEM_WITHDRAWN')
  refuseUnless(todo.state === 'OPEN' || todo.state === 'DOING', 'PROBLEM_TODO_ANSWERED')
  const urged = await urge(tx, todo.problem, Prisma.sql`t.id = ${todo.id}::uuid`, writer)
  refuseUnless(urged === 1, 'PROBLEM_URGED_TODAY')
  return { data: { urged }, record: todoFacts(todo, { urged: [null, urged] }) }
}

/** Urges all that owe something and were not urged today. */
export async function urgeMembers(
  tx: Tx,
  problem: ProblemSubject,
  writer: Writer,
): Promise<Outcome<{ urged: number }>> {
  const urged = await urge(tx, problem, Prisma.sql`t.problem_id = ${problem.id}::uuid`, writer)
  refuseUnless(urged > 0, 'PROBLEM_NOBODY_TO_URGE')
  return { data: { urged }, record: problemFacts(problem, { urged: [null, urged] }) }
}

async function urge(tx: Tx, problem: ProblemSubject, which: Prisma.Sql, { userId, today }: Writer): Promise<number> {
  const owed = Prisma.sql`t.state::text = ANY(${[...owedStates]}::text[])`
  const rows = await tx.$queryRaw<{ todoId: string }[]>`
    INSERT INTO problem_urges (id, todo_id, on_day, urged_by_id)
    SELECT gen_random_uuid(), t.id, ${today}::date, ${userId}::uuid FROM problem_todos t
    JOIN problems p ON p.id = t.problem_id AND p.state = 'SENT' WHERE ${which} AND ${owed}
    ON CONFLICT (todo_id, on_day) DO NOTHING RETURNING todo_id AS "todoId"`
  if (rows.length === 0) return 0
  const ids = rows.map(({ todoId }) => todoId)
  const concerned = Prisma.sql`t.id = ANY(${ids}::uuid[])`
  await tellMembers(tx, problem, { kind: 'PROBLEM_URGED', concerned, today, at: now() })
  return rows.length
}
