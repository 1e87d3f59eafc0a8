import type { Actor } from '@/lib/access/actor'
import { visibleAllianceYears } from '@/lib/alliances/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { removedTodoFiles, visibleProblems, visibleProblemTodos, visibleTodoFiles } from './policy'

const yearSelect = {
  id: true,
  year: true,
  state: true,
  allianceId: true,
  alliance: { select: { slug: true } },
} satisfies Prisma.AllianceYearSelect

const problemSelect = {
  id: true,
  title: true,
  finding: true,
  recommendation: true,
  activityId: true,
  activity: { select: { title: true } },
  dueOn: true,
  state: true,
  allianceYear: { select: yearSelect },
} satisfies Prisma.ProblemSelect

const todoSelect = {
  id: true,
  state: true,
  answer: true,
  plannedOn: true,
  returnReason: true,
  enterpriseId: true,
  enterprise: { select: { name: true, supervisingJurisdictionId: true } },
  problem: { select: problemSelect },
} satisfies Prisma.ProblemTodoSelect

export type ProblemYear = Prisma.AllianceYearGetPayload<{ select: typeof yearSelect }>
export type ProblemSubject = Prisma.ProblemGetPayload<{ select: typeof problemSelect }>
export type TodoSubject = Prisma.ProblemTodoGetPayload<{ select: typeof todoSelect }>

export const problemYear = (tx: Tx, actor: Actor, { allianceYearId }: { allianceYearId: string }) =>
  tx.allianceYear.findFirst({
    where: { AND: [{ id: allianceYearId }, visibleAllianceYears(actor)] },
    select: yearSelect,
  })

export const problemSubject = (tx: Tx, actor: Actor, { problemId }: { problemId: string }) =>
  tx.problem.findFirst({ where: { AND: [{ id: problemId }, visibleProblems(actor)] }, select: problemSelect })

export const todoSubject = (tx: Tx, actor: Actor, { todoId }: { todoId: string }) =>
  tx.problemTodo.findFirst({ where: { AND: [{ id: todoId }, visibleProblemTodos(actor)] }, select: todoSelect })

const fileSelect = {
  id: true,
  file: { select: { fileName: true } },
  todo: { select: todoSelect },
} satisfies Prisma.TodoFileSelect

export type TodoFileSubject = Prisma.TodoFileGetPayload<{ select: typeof fileSelect }>

/** A file that the actor sees, or could put back. */
export const todoFileSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<TodoFileSubject | null> =>
  tx.todoFile.findFirst({
    where: { AND: [{ id }, { OR: [visibleTodoFiles(actor), removedTodoFiles(actor)] }] },
    select: fileSelect,
  })
