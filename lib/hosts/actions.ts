'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { namedActivitySubject } from '@/lib/activities/queries'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { giveGateDetail as keepGateDetail } from './gate-mutations'
import { visitorSubject } from './gate-queries'
import * as mutations from './mutations'
import * as policy from './policy'
import { hostSubject, type VisitHostRow } from './queries'
import * as schema from './schema'

/** Written under the activity. */
const facts = ({ id, title }: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

const pagesOf = (activityId: string, hostId?: string): string[] => [
  '/portal',
  `/portal/activities/${activityId}`,
  `/portal/activities/${activityId}/host`,
  ...(hostId ? [`/portal/hosts/${hostId}`] : []),
]

function signed(actor: Actor) {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, at: now() }
}

const refresh = ({ subject }: { subject: VisitHostRow }): string[] => pagesOf(subject.activity.id, subject.id)

export const askHost = defineAction({
  name: 'host.ask',
  input: schema.askHostInput,
  subject: namedActivitySubject,
  allow: policy.canAskHost,
  run: async (tx, { actor, input, subject }) => {
    const { id, isNew, name } = await mutations.askHost(tx, { activity: subject, input, by: signed(actor) })
    return { data: { id, isNew }, record: isNew ? facts(subject, { visitHost: [null, name] }) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const agreeToHost = defineAction({
  name: 'host.agree',
  input: schema.agreeToHostInput,
  subject: hostSubject,
  allow: policy.canAgreeToHost,
  run: async (tx, { actor, input, subject }) => {
    await mutations.agreeToHost(tx, { host: subject, input, by: signed(actor) })
    const { enterprise, visitorsMax, meetingPoint } = subject
    const changes: Changes = {
      visitHost: [enterprise.name, enterprise.name],
      visitorsMax: [visitorsMax, input.visitorsMax],
      meetingPoint: [meetingPoint, input.meetingPoint],
    }
    return { data: { id: subject.id }, record: facts(subject.activity, changes) }
  },
  refresh,
})

export const declineToHost = defineAction({
  name: 'host.decline',
  input: schema.endHostInput,
  subject: hostSubject,
  allow: policy.canDeclineToHost,
  run: async (tx, { actor, input: { reason }, subject }) => {
    const isNew = await mutations.declineToHost(tx, { host: subject, reason, by: signed(actor) })
    return { data: { isNew }, record: isNew ? facts(subject.activity, ended(subject, reason)) : null }
  },
  refresh,
})

export const withdrawAsHost = defineAction({
  name: 'host.withdraw',
  input: schema.endHostInput,
  subject: hostSubject,
  allow: policy.canWithdrawAsHost,
  run: async (tx, { actor, input: { reason }, subject }) => {
    const isNew = await mutations.withdrawAsHost(tx, { host: subject, reason, by: signed(actor) })
    return { data: { isNew }, record: isNew ? facts(subject.activity, ended(subject, reason)) : null }
  },
  refresh,
})

export const releaseHost = defineAction({
  name: 'host.release',
  input: schema.endHostInput,
  subject: hostSubject,
  allow: policy.canReleaseHost,
  run: async (tx, { actor, input: { reason }, subject }) => {
    const isNew = await mutations.releaseHost(tx, { host: subject, reason, by: signed(actor) })
    return { data: { isNew }, record: isNew ? facts(subject.activity, ended(subject, reason)) : null }
  },
  refresh,
})

const ended = ({ enterprise }: VisitHostRow, reason: string): Changes => ({
  visitHost: [enterprise.name, null],
  reason: [null, reason],
})

export const giveGateDetail = defineAction({
  name: 'host.give-gate-detail',
  input: schema.giveGateDetailInput,
  subject: visitorSubject,
  allow: policy.canGiveGateDetail,
  run: async (tx, { input, subject }) => {
    const isNew = await keepGateDetail(tx, { visitor: subject, input, at: now() })
    // That it was told, and of whom; the trail outlives what was told.
    const changes: Changes = { visitor: [null, subject.user?.name ?? ''] }
    return { data: { isNew }, record: isNew ? facts(subject.activity, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id, undefined),
})
