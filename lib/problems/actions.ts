'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { Day } from '@/lib/core/clock'
import { Refusal } from '@/lib/core/result'
import * as problems from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import * as sent from './sent-mutations'
import { problemSubject, problemYear, todoSubject, type ProblemSubject } from './subject-queries'
import * as todos from './todo-mutations'

const pagesOf = ({ id, allianceYear }: Pick<ProblemSubject, 'id' | 'allianceYear'>) => [
  '/portal',
  '/portal/problems',
  `/portal/problems/${id}`,
  `/portal/alliances/${allianceYear.alliance.slug}/problems`,
]

const writerOf = (actor: Actor): { userId: string; today: Day } => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, today: actor.today }
}

export const draftProblem = defineAction({
  name: 'problem.draft',
  input: schema.draftProblemInput,
  subject: problemYear,
  allow: policy.canDraftProblem,
  run: (tx, { actor, input: { allianceYearId: _, ...fields }, subject }) =>
    problems.draftProblem(tx, subject, { ...fields, ...writerOf(actor) }),
  refresh: ({ subject }) => [`/portal/alliances/${subject.alliance.slug}/problems`],
})

export const reviseProblem = defineAction({
  name: 'problem.revise',
  input: schema.reviseProblemInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canReviseProblem(actor, allianceYear),
  run: (tx, { actor, input: { problemId: _, ...fields }, subject }) =>
    problems.reviseProblem(tx, subject, { ...fields, today: actor.today }),
  refresh: ({ subject }) => pagesOf(subject),
})

export const discardProblem = defineAction({
  name: 'problem.discard',
  input: schema.discardProblemInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canReviseProblem(actor, allianceYear),
  run: (tx, { input, subject }) => problems.discardProblem(tx, subject, input.version),
  refresh: ({ subject }) => pagesOf(subject),
})

export const sendProblem = defineAction({
  name: 'problem.send',
  input: schema.sendProblemInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canSendProblem(actor, allianceYear),
  run: (tx, { actor, input, subject }) => problems.sendProblem(tx, subject, { ...input, ...writerOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject),
})

export const sendToLater = defineAction({
  name: 'problem.send-to-later',
  input: schema.sendToLaterInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canSendToLater(actor, allianceYear),
  run: (tx, { actor, subject }) => sent.sendToLater(tx, subject, writerOf(actor)),
  refresh: ({ subject }) => pagesOf(subject),
})

export const withdrawProblem = defineAction({
  name: 'problem.withdraw',
  input: schema.withdrawProblemInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canWithdrawProblem(actor, allianceYear),
  run: (tx, { actor, input, subject }) =>
    sent.withdrawProblem(tx, subject, { reason: input.reason, ...writerOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject),
})

export const urgeMembers = defineAction({
  name: 'problem.urge-members',
  input: schema.urgeMembersInput,
  subject: problemSubject,
  allow: (actor, { allianceYear }) => policy.canUrgeMembers(actor, allianceYear),
  run: (tx, { actor, subject }) => todos.urgeMembers(tx, subject, writerOf(actor)),
  refresh: ({ subject }) => pagesOf(subject),
})

export const answerTodo = defineAction({
  name: 'problem.answer',
  input: schema.answerTodoInput,
  subject: todoSubject,
  allow: policy.canAnswerTodo,
  run: (tx, { actor, input, subject }) => todos.answerTodo(tx, subject, { ...input, ...writerOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject.problem),
})

export const verifyTodo = defineAction({
  name: 'problem.verify',
  input: schema.verifyTodoInput,
  subject: todoSubject,
  allow: policy.canJudgeTodo,
  run: (tx, { actor, input, subject }) => todos.verifyTodo(tx, subject, { ...input, ...writerOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject.problem),
})

export const returnTodo = defineAction({
  name: 'problem.return',
  input: schema.returnTodoInput,
  subject: todoSubject,
  allow: policy.canJudgeTodo,
  run: (tx, { actor, input, subject }) => todos.returnTodo(tx, subject, { ...input, ...writerOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject.problem),
})

export const urgeTodo = defineAction({
  name: 'problem.urge',
  input: schema.urgeTodoInput,
  subject: todoSubject,
  allow: policy.canUrgeTodo,
  run: (tx, { actor, subject }) => todos.urgeTodo(tx, subject, writerOf(actor)),
  refresh: ({ subject }) => pagesOf(subject.problem),
})
