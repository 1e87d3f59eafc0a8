import { belongsTo, insures, isMunicipal, leads, nothing, oversees, type Actor } from '@/lib/access/actor'
import type { AllianceYear, Enterprise, Prisma } from '@/lib/core/prisma/client'

type OneYear = Pick<AllianceYear, 'allianceId'>
type OneTodo = {
  enterpriseId: string
  enterprise: Pick<Enterprise, 'supervisingJurisdictionId'>
  problem: { allianceYear: OneYear }
}

/** Whether the actor drives the alliance's common problems: the bureau, its insurer's people, its lead company (三(三)). */
const drivesProblems = (actor: Actor, year: OneYear): boolean =>
  isMunicipal(actor) || insures(actor, year.allianceId) || leads(actor, year.allianceId)

/**
 * The members' to-dos. A jurisdiction follows what it supervises, an enterprise itself; how the other members answered is
 * for whoever drives the alliance.
 */
export function visibleProblemTodos(actor: Actor): Prisma.ProblemTodoWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') return { problem: { allianceYear: { allianceId: { in: hat.allianceIds } } } }
  if (hat.kind === 'NONE') return nothing
  const led = { problem: { allianceYear: { allianceId: { in: hat.leadAllianceIds } } } }
  return { OR: [{ enterpriseId: hat.enterpriseId }, led] }
}

/** Drafts are for whoever drives the alliance; what was sent is read by whoever sees one of its to-dos. */
export function visibleProblems(actor: Actor): Prisma.ProblemWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'NONE') return nothing
  if (hat.kind === 'INSURER') return { allianceYear: { allianceId: { in: hat.allianceIds } } }
  const concerned = {
    state: { not: 'DRAFT' },
    todos: { some: visibleProblemTodos(actor) },
  } satisfies Prisma.ProblemWhereInput
  if (hat.kind === 'JURISDICTION') return concerned
  return { OR: [concerned, { allianceYear: { allianceId: { in: hat.leadAllianceIds } } }] }
}

export const canDraftProblem = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)
export const canReviseProblem = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)
export const canSendProblem = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)
export const canSendToLater = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)
export const canWithdrawProblem = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)
export const canUrgeMembers = (actor: Actor, year: OneYear): boolean => drivesProblems(actor, year)

/** Nobody answers for an enterprise but its own people. */
export const canAnswerTodo = (actor: Actor, todo: OneTodo): boolean => belongsTo(actor, todo.enterpriseId)

export const canAddTodoFile = (actor: Actor, todo: OneTodo): boolean => canAnswerTodo(actor, todo)
export const canRemoveTodoFile = (actor: Actor, { todo }: { todo: OneTodo }): boolean => canAnswerTodo(actor, todo)
export const canRestoreTodoFile = (actor: Actor, { todo }: { todo: OneTodo }): boolean => canAnswerTodo(actor, todo)

/** Files belong to whoever reads the to-do; one that was taken away is seen by nobody until it is put back. */
export const visibleTodoFiles = (actor: Actor): Prisma.TodoFileWhereInput => ({
  AND: [{ removedAt: null }, { todo: visibleProblemTodos(actor) }],
})

/** What the enterprise itself can put back. */
export const removedTodoFiles = ({ hat }: Actor): Prisma.TodoFileWhereInput =>
  hat.kind === 'ENTERPRISE' ? { removedAt: { not: null }, todo: { enterpriseId: hat.enterpriseId } } : nothing

/** Two parties: a lead company does not judge what it answered itself. */
export const canJudgeTodo = (actor: Actor, todo: OneTodo): boolean =>
  drivesProblems(actor, todo.problem.allianceYear) && !belongsTo(actor, todo.enterpriseId)

/** The bureau that supervises the enterprise urges it too. */
export const canUrgeTodo = (actor: Actor, todo: OneTodo): boolean =>
  canJudgeTodo(actor, todo) || oversees(actor, todo.enterprise.supervisingJurisdictionId)
