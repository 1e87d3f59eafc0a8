import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { canAnswerTodo, canJudgeTodo, canUrgeTodo, visibleProblemTodos } from './policy'
import { isOverdue, owedStates } from './rules'
import type { TodoFilter } from './schema'

const todoSelect = {
  id: true,
  state: true,
  answer: true,
  plannedOn: true,
  answeredAt: true,
  answeredBy: { select: { id: true, name: true } },
  returnReason: true,
  verifiedAt: true,
  verifiedBy: { select: { name: true } },
  version: true,
  enterpriseId: true,
  enterprise: { select: { name: true, supervisingJurisdictionId: true } },
  problem: {
    select: {
      id: true,
      title: true,
      state: true,
      dueOn: true,
      allianceYear: { select: { allianceId: true, alliance: { select: { shortName: true } } } },
    },
  },
  urges: { select: { onDay: true }, orderBy: { onDay: 'desc' }, take: 1 },
  _count: { select: { urges: true } },
} satisfies Prisma.ProblemTodoSelect

type TodoRecord = Prisma.ProblemTodoGetPayload<{ select: typeof todoSelect }>

export type TodoRow = Omit<TodoRecord, 'plannedOn' | 'urges' | '_count' | 'problem'> & {
  plannedOn: Day | null
  problem: { id: string; title: string; dueOn: Day; alliance: string }
  /** The problem has not been withdrawn. */
  isInForce: boolean
  isOverdue: boolean
  urged: { times: number; lastOn: Day | null }
  /** What this actor may do with it now. */
  may: { answer: boolean; verify: boolean; return: boolean; urge: boolean }
}

/** The row as this actor meets it today. */
function seenBy(actor: Actor, { urges, _count, ...row }: TodoRecord): TodoRow {
  const { id, title, allianceYear } = row.problem
  const dueOn = fromDate(row.problem.dueOn)
  const lastOn = fromDateOrNull(urges[0]?.onDay ?? null)
  const judges = row.problem.state === 'SENT' && canJudgeTodo(actor, row) && row.answeredBy?.id !== actor.userId
  const isInForce = row.problem.state === 'SENT'
  const isOwed = isInForce && (row.state === 'OPEN' || row.state === 'DOING')
  return {
    ...row,
    plannedOn: fromDateOrNull(row.plannedOn),
    problem: { id, title, dueOn, alliance: allianceYear.alliance.shortName },
    isInForce,
    isOverdue: isInForce && isOverdue(row.state, dueOn, actor.today),
    urged: { times: _count.urges, lastOn },
    may: {
      answer: isInForce && row.state !== 'VERIFIED' && canAnswerTodo(actor, row),
      verify: row.state === 'DONE' && judges,
      return: (row.state === 'DONE' || row.state === 'DOING' || row.state === 'NOT_APPLICABLE') && judges,
      urge: isOwed && lastOn !== actor.today && canUrgeTodo(actor, row),
    },
  }
}

export async function getTodo(actor: Actor, problemId: string, id: string): Promise<TodoRow | null> {
  if (!isId(problemId) || !isId(id)) return null
  const row = await db.problemTodo.findFirst({
    where: { AND: [{ id, problemId }, visibleProblemTodos(actor)] },
    select: todoSelect,
  })
  return row && seenBy(actor, row)
}

/** The own enterprise's to-do of a problem. */
export async function getOwnTodo(actor: Actor, problemId: string): Promise<TodoRow | null> {
  if (actor.hat.kind !== 'ENTERPRISE') return null
  const row = await db.problemTodo.findUnique({
    where: { problemId_enterpriseId: { problemId, enterpriseId: actor.hat.enterpriseId } },
    select: todoSelect,
  })
  return row && seenBy(actor, row)
}

const overdueOn = (today: Day): Prisma.ProblemTodoWhereInput => ({
  state: { in: owedStates },
  problem: { state: 'SENT', dueOn: { lt: toDate(today) } },
})

const chosen = (actor: Actor, { state }: TodoFilter): Prisma.ProblemTodoWhereInput => {
  if (!state) return {}
  return state === 'OVERDUE' ? overdueOn(actor.today) : { state }
}

export type TodoPage = Page<TodoRow> & { total: number }

/** To-dos by the name of the enterprise: of one problem, also of one that was withdrawn, or of all in force in sight. */
export async function listTodos(actor: Actor, filter: TodoFilter, problemId?: string): Promise<TodoPage> {
  const cursor = decodeCursor(filter.cursor)
  const where = {
    AND: [
      problemId ? { problemId } : { problem: { state: 'SENT' } },
      chosen(actor, filter),
      visibleProblemTodos(actor),
    ],
  } satisfies Prisma.ProblemTodoWhereInput
  const direction = cursor?.direction === 'before' ? 'desc' : 'asc'
  const [rows, total] = await Promise.all([
    db.problemTodo.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: todoSelect,
      orderBy: [{ enterprise: { name: direction } }, { id: direction }],
      take: pageSize + 1,
    }),
    db.problemTodo.count({ where }),
  ])
  const seen = rows.map((row) => seenBy(actor, row))
  return { ...cutPage(seen, cursor, ({ enterprise }) => enterprise.name), total }
}

function beyond(cursor: Cursor | null): Prisma.ProblemTodoWhereInput {
  if (!cursor || typeof cursor.value !== 'string') return {}
  const { direction, value, id } = cursor
  const past = direction === 'before' ? 'lt' : 'gt'
  return { OR: [{ enterprise: { name: { [past]: value } } }, { enterprise: { name: value }, id: { [past]: id } }] }
}

const shownMax = 20

/** What the own enterprise still owes, the most urgent first. */
export async function listOwnTodos(actor: Actor): Promise<{ rows: TodoRow[]; total: number }> {
  if (actor.hat.kind !== 'ENTERPRISE') return { rows: [], total: 0 }
  const where = {
    enterpriseId: actor.hat.enterpriseId,
    state: { in: owedStates },
    problem: { state: 'SENT' },
  } satisfies Prisma.ProblemTodoWhereInput
  const [rows, total] = await Promise.all([
    db.problemTodo.findMany({
      where,
      select: todoSelect,
      orderBy: [{ problem: { dueOn: 'asc' } }, { id: 'asc' }],
      take: shownMax,
    }),
    db.problemTodo.count({ where }),
  ])
  return { rows: rows.map((row) => seenBy(actor, row)), total }
}
