'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { noSubject } from '@/lib/access/perform'
import type { Day } from '@/lib/core/clock'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import * as checks from './check-mutations'
import * as subjects from './subject-queries'

const list = '/portal/cases'
const trainingPages = (id: string): string[] => [`/portal/activities/${id}`, `/portal/activities/${id}/courses`]
const checkPages = (id: string): string[] => ['/portal', `/portal/self-checks/${id}`]

const writerOf = (actor: Actor): { userId: string; today: Day } => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, today: actor.today }
}

export const addCase = defineAction({
  name: 'case.add',
  input: schema.addCaseInput,
  subject: noSubject,
  allow: policy.canAddCase,
  run: (tx, { actor, input }) => {
    const { userId, today } = writerOf(actor)
    return mutations.addCase(tx, { ...input, createdById: userId, today })
  },
  refresh: () => [list],
})

export const reviseCase = defineAction({
  name: 'case.revise',
  input: schema.reviseCaseInput,
  subject: subjects.caseSubject,
  allow: policy.canReviseCase,
  run: (tx, { actor, input: { caseId: _, ...fields }, subject }) =>
    mutations.reviseCase(tx, subject, { ...fields, today: actor.today }),
  refresh: ({ subject }) => [list, `${list}/${subject.id}`],
})

export const explainCase = defineAction({
  name: 'case.explain',
  input: schema.explainCaseInput,
  subject: subjects.explainingSubject,
  allow: policy.canExplainCase,
  run: (tx, { subject }) => mutations.explainCase(tx, subject),
  refresh: ({ subject }) => trainingPages(subject.id),
})

export const dropCase = defineAction({
  name: 'case.drop',
  input: schema.explainCaseInput,
  subject: subjects.explainingSubject,
  allow: policy.canDropCase,
  run: (tx, { subject }) => mutations.dropCase(tx, subject),
  refresh: ({ subject }) => trainingPages(subject.id),
})

export const sendCase = defineAction({
  name: 'case.send',
  input: schema.sendCaseInput,
  subject: subjects.sendingSubject,
  allow: policy.canSendCase,
  run: (tx, { actor, input: { dueOn }, subject }) => checks.sendCase(tx, subject, { dueOn, ...writerOf(actor) }),
  refresh: ({ subject }) => [list, `${list}/${subject.case.id}`],
})

export const urgeSelfCheck = defineAction({
  name: 'case.urge',
  input: schema.urgeSelfCheckInput,
  subject: subjects.selfCheckSubject,
  allow: policy.canUrgeSelfCheck,
  run: (tx, { actor, subject }) => checks.urgeSelfCheck(tx, subject, actor.today),
  refresh: ({ subject }) => checkPages(subject.id),
})

export const answerSelfCheck = defineAction({
  name: 'case.answer',
  input: schema.answerSelfCheckInput,
  subject: subjects.replySubject,
  allow: policy.canAnswerSelfCheck,
  run: (tx, { actor, input: { version, answers }, subject }) =>
    checks.answerSelfCheck(tx, subject, { version, answers, ...writerOf(actor) }),
  refresh: ({ subject }) => checkPages(subject.selfCheck.id),
})
