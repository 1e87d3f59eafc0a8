'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { Refusal } from '@/lib/core/result'
import * as decisions from './decision-mutations'
import * as items from './item-mutations'
import * as policy from './policy'
import * as schema from './schema'
import { decisionSubject, followupActivity, itemSubject } from './subject-queries'

const pageOf = (id: string) => ['/portal', `/portal/activities/${id}`]
const refresh = ({ subject }: { subject: { activity: { id: string } } }) => pageOf(subject.activity.id)

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

export const recordDecision = defineAction({
  name: 'followup.record-decision',
  input: schema.recordDecisionInput,
  subject: followupActivity,
  allow: policy.canRecordFollowups,
  run: (tx, { actor, input, subject }) =>
    decisions.recordDecision(tx, subject, { text: input.text, userId: personOf(actor) }),
  refresh: ({ subject }) => pageOf(subject.id),
})

export const reviseDecision = defineAction({
  name: 'followup.revise-decision',
  input: schema.reviseDecisionInput,
  subject: decisionSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { input, subject }) => decisions.reviseDecision(tx, subject, input),
  refresh,
})

export const removeDecision = defineAction({
  name: 'followup.remove-decision',
  input: schema.decisionInput,
  subject: decisionSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { subject }) => decisions.removeDecision(tx, subject),
  refresh,
})

export const restoreDecision = defineAction({
  name: 'followup.restore-decision',
  input: schema.decisionInput,
  subject: decisionSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { subject }) => decisions.restoreDecision(tx, subject),
  refresh,
})

export const giveItem = defineAction({
  name: 'followup.give-item',
  input: schema.giveItemInput,
  subject: followupActivity,
  allow: policy.canRecordFollowups,
  run: (tx, { actor, input, subject }) =>
    items.giveItem(tx, subject, { ...input, userId: personOf(actor), today: actor.today }),
  refresh: ({ subject }) => pageOf(subject.id),
})

export const reviseItem = defineAction({
  name: 'followup.revise-item',
  input: schema.reviseItemInput,
  subject: itemSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { actor, input, subject }) => items.reviseItem(tx, subject, { ...input, today: actor.today }),
  refresh,
})

export const removeItem = defineAction({
  name: 'followup.remove-item',
  input: schema.itemInput,
  subject: itemSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { subject }) => items.removeItem(tx, subject),
  refresh,
})

export const restoreItem = defineAction({
  name: 'followup.restore-item',
  input: schema.itemInput,
  subject: itemSubject,
  allow: (actor, { activity }) => policy.canRecordFollowups(actor, activity),
  run: (tx, { subject }) => items.restoreItem(tx, subject),
  refresh,
})

export const finishItem = defineAction({
  name: 'followup.finish-item',
  input: schema.finishItemInput,
  subject: itemSubject,
  allow: policy.canFinishItem,
  run: (tx, { actor, input, subject }) =>
    items.finishItem(tx, subject, { evidence: input.evidence, userId: personOf(actor) }),
  refresh,
})

export const confirmItem = defineAction({
  name: 'followup.confirm-item',
  input: schema.judgeItemInput,
  subject: itemSubject,
  allow: policy.canConfirmItem,
  run: (tx, { input, subject }) => items.confirmItem(tx, subject, input.version),
  refresh,
})

export const reopenItem = defineAction({
  name: 'followup.reopen-item',
  input: schema.judgeItemInput,
  subject: itemSubject,
  allow: policy.canReopenItem,
  run: (tx, { input, subject }) => items.reopenItem(tx, subject, input.version),
  refresh,
})
