'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { Refusal } from '@/lib/core/result'
import * as attempts from './attempt-mutations'
import * as mutations from './mutations'
import * as policy from './policy'
import * as schema from './schema'
import { attemptSubject, quizSubject, quizTraining } from './subject-queries'

const pagesOf = ({ id }: { id: string }): string[] => [`/portal/activities/${id}`, `/portal/activities/${id}/quiz`]

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

export const writeQuiz = defineAction({
  name: 'quiz.write',
  input: schema.writeQuizInput,
  subject: quizTraining,
  allow: policy.canWriteQuiz,
  run: (tx, { actor, input: { activityId: _, ...fields }, subject }) =>
    mutations.writeQuiz(tx, subject, { ...fields, userId: personOf(actor) }),
  refresh: ({ subject }) => pagesOf(subject),
})

export const openQuiz = defineAction({
  name: 'quiz.open',
  input: schema.quizInput,
  subject: quizSubject,
  allow: (actor, { activity }) => policy.canOpenQuiz(actor, activity),
  run: (tx, { subject }) => mutations.openQuiz(tx, subject),
  refresh: ({ subject }) => pagesOf(subject.activity),
})

export const closeQuiz = defineAction({
  name: 'quiz.close',
  input: schema.quizInput,
  subject: quizSubject,
  allow: (actor, { activity }) => policy.canCloseQuiz(actor, activity),
  run: (tx, { subject }) => mutations.closeQuiz(tx, subject),
  refresh: ({ subject }) => pagesOf(subject.activity),
})

export const startAttempt = defineAction({
  name: 'quiz.start',
  input: schema.quizInput,
  subject: quizSubject,
  allow: policy.canTakeQuiz,
  run: (tx, { actor, subject }) => attempts.startAttempt(tx, subject, personOf(actor)),
  refresh: ({ subject }) => pagesOf(subject.activity),
})

export const submitAttempt = defineAction({
  name: 'quiz.submit',
  input: schema.submitAttemptInput,
  subject: attemptSubject,
  allow: policy.canSubmitAttempt,
  run: (tx, { input, subject }) => attempts.submitAttempt(tx, subject, input.chosen),
  refresh: ({ subject }) => pagesOf(subject.quiz.activity),
})
