'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import { namedActivitySubject } from '@/lib/activities/queries'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as findings from './finding-mutations'
import { inspectionFacts as facts, pointFacts, wordsOf } from './finding-mutations'
import * as mutations from './mutations'
import * as policy from './policy'
import { findingSubject, insideSubject, pairSubject, type FindingSubject, type PairSubject } from './queries'
import * as schema from './schema'

function signed(actor: Actor) {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, at: now(), today: actor.today }
}

const pagesOf = (activityId: string, pairId?: string): string[] => [
  '/portal',
  `/portal/activities/${activityId}`,
  `/portal/activities/${activityId}/pairs`,
  ...(pairId ? [`/portal/inspections/${pairId}`] : []),
]

const refreshPair = ({ subject }: { subject: PairSubject }): string[] => pagesOf(subject.activity.id, subject.id)
const refreshFinding = ({ subject }: { subject: FindingSubject }): string[] =>
  pagesOf(subject.pair.activity.id, subject.pair.id)

export const pairMembers = defineAction({
  name: 'inspection.pair',
  input: schema.pairMembersInput,
  subject: namedActivitySubject,
  allow: policy.canPairMembers,
  run: async (tx, { actor, input, subject }) => {
    const { id, isNew, words } = await mutations.pairMembers(tx, { activity: subject, input, by: signed(actor) })
    return { data: { id, isNew }, record: isNew ? facts(subject, { inspectionPair: [null, words] }) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const unpairMembers = defineAction({
  name: 'inspection.unpair',
  input: schema.unpairMembersInput,
  subject: pairSubject,
  allow: policy.canUnpairMembers,
  run: async (tx, { subject }) => {
    const isNew = await mutations.unpairMembers(tx, subject)
    const changes: Changes = { inspectionPair: [wordsOf(subject), null] }
    return { data: { isNew }, record: isNew ? facts(subject.activity, changes) : null }
  },
  refresh: refreshPair,
})

export const recordFinding = defineAction({
  name: 'inspection.record-finding',
  input: schema.recordFindingInput,
  subject: insideSubject,
  allow: policy.canRecordFinding,
  run: async (tx, { actor, input, subject }) => {
    const { userId } = signed(actor)
    const { number, isNew } = await findings.recordFinding(tx, { pair: subject, input, userId })
    const changes: Changes = { severity: [null, input.severity] }
    return { data: { number, isNew }, record: isNew ? pointFacts(subject, number, changes) : null }
  },
  refresh: refreshPair,
})

/** What all that is done with a finding leaves in the trail. */
const done = ({ pair, position }: FindingSubject, changes: Changes) => ({
  data: null,
  record: pointFacts(pair, position + 1, changes),
})

export const withdrawFinding = defineAction({
  name: 'inspection.withdraw-finding',
  input: schema.withdrawFindingInput,
  subject: findingSubject,
  allow: policy.canWithdrawFinding,
  run: async (tx, { actor, input, subject }) =>
    done(subject, await findings.withdrawFinding(tx, subject, { ...input, ...signed(actor) })),
  refresh: refreshFinding,
})

export const answerFinding = defineAction({
  name: 'inspection.answer-finding',
  input: schema.answerFindingInput,
  subject: findingSubject,
  allow: policy.canAnswerFinding,
  run: async (tx, { actor, input, subject }) =>
    done(subject, await findings.answerFinding(tx, subject, { ...input, ...signed(actor) })),
  refresh: refreshFinding,
})

export const closeFinding = defineAction({
  name: 'inspection.close-finding',
  input: schema.closeFindingInput,
  subject: findingSubject,
  allow: policy.canCloseFinding,
  run: async (tx, { actor, input, subject }) =>
    done(subject, await findings.closeFinding(tx, subject, { ...input, ...signed(actor) })),
  refresh: refreshFinding,
})

export const returnFinding = defineAction({
  name: 'inspection.return-finding',
  input: schema.returnFindingInput,
  subject: findingSubject,
  allow: policy.canReturnFinding,
  run: async (tx, { actor, input, subject }) =>
    done(subject, await findings.returnFinding(tx, subject, { ...input, ...signed(actor) })),
  refresh: refreshFinding,
})
