'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import { tellAnswered, tellOrganisers } from './notice-mutations'
import * as policy from './policy'
import { disputedActivity, disputeSubject } from './queries'
import * as schema from './schema'

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

const facts = (activity: { id: string; title: string }, person: string, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: `${activity.title} · ${person}`,
  changes,
})

const pagesOf = (activityId: string): string[] => [
  '/portal',
  `/portal/activities/${activityId}`,
  `/portal/activities/${activityId}/disputes`,
]

export const fileDispute = defineAction({
  name: 'attendance.dispute',
  input: schema.fileDisputeInput,
  subject: disputedActivity,
  allow: policy.canFileDispute,
  run: async (tx, { actor, input: { userId, reason }, subject }) => {
    const { enterpriseId } = subject
    if (enterpriseId === null) throw new Refusal('CONFLICT')
    const at = now()
    const filing = { enterpriseId, userId, reason, byId: personOf(actor), at }
    const { id, person, enterprise } = await mutations.fileDispute(tx, subject, filing)
    await tellOrganisers(tx, subject, { enterprise, reason, at })
    const changes: Changes = { enterprise: [null, enterprise], reason: [null, reason] }
    return { data: { id }, record: facts(subject, person, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const answerDispute = defineAction({
  name: 'attendance.answer-dispute',
  input: schema.answerDisputeInput,
  subject: disputeSubject,
  allow: (actor, dispute) => policy.canAnswerDispute(actor, dispute.activity),
  run: async (tx, { actor, input: { answer, reason }, subject }) => {
    const at = now()
    const credited = await mutations.answerDispute(tx, subject, { answer, reason, byId: personOf(actor), at })
    await tellAnswered(tx, subject, { answer, reason, at })
    const changes: Changes = {
      enterprise: [subject.enterprise.name, subject.enterprise.name],
      disputeState: ['OPEN', answer],
      ...(credited.length > 0 && { attendances: [null, credited] }),
      reason: [null, reason],
    }
    return { data: { id: subject.id }, record: facts(subject.activity, subject.user.name, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})
