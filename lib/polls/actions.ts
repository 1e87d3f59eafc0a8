'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { hostAllianceSubject } from '@/lib/activities/queries'
import type { Day } from '@/lib/core/clock'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { pollSubject, type PollSubject } from './queries'
import * as schema from './schema'

const writerOf = (actor: Actor): { userId: string; today: Day; at: Date } => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, today: actor.today, at: now() }
}

const refresh = ({ subject: { id, alliance } }: { subject: Pick<PollSubject, 'id' | 'alliance'> }): string[] => [
  '/portal',
  `/portal/polls/${id}`,
  `/portal/alliances/${alliance.slug}/plan`,
]

export const openPoll = defineAction({
  name: 'poll.open',
  input: schema.openPollInput,
  subject: (tx, _actor, input) => hostAllianceSubject(tx, input.allianceId),
  allow: policy.canOpenPoll,
  run: (tx, { actor, input }) => mutations.openPoll(tx, input, writerOf(actor)),
  refresh: ({ subject, data }) => refresh({ subject: { id: data.pollId, alliance: subject } }),
})

export const answerPoll = defineAction({
  name: 'poll.answer',
  input: schema.answerPollInput,
  subject: pollSubject,
  allow: policy.canAnswerPoll,
  run: (tx, { actor, input, subject }) =>
    mutations.answerPoll(tx, subject, { answers: input.answers, ...writerOf(actor) }),
  refresh,
})

export const chooseDate = defineAction({
  name: 'poll.choose-date',
  input: schema.chooseDateInput,
  subject: pollSubject,
  allow: policy.canChooseDate,
  run: (tx, { actor, input, subject }) =>
    mutations.chooseDate(tx, subject, { dateId: input.dateId, ...writerOf(actor) }),
  refresh,
})

export const cancelPoll = defineAction({
  name: 'poll.cancel',
  input: schema.cancelPollInput,
  subject: pollSubject,
  allow: policy.canCancelPoll,
  run: (tx, { actor, input, subject }) =>
    mutations.cancelPoll(tx, subject, { reason: input.reason, ...writerOf(actor) }),
  refresh,
})
