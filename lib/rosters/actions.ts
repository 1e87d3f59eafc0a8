'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { rosterLineSubject, rosterSubject, type RosterLineSubject } from './queries'
import * as schema from './schema'

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

const facts = (activity: { id: string; title: string }, person: string, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: person ? `${activity.title} · ${person}` : activity.title,
  changes,
})

const pagesOf = (activityId: string): string[] => [
  `/portal/activities/${activityId}/check-in`,
  `/portal/activities/${activityId}/check-in/online`,
]

const refreshLine = ({ subject }: { subject: RosterLineSubject }): string[] => pagesOf(subject.roster.activity.id)

/** One line: this person was there, for these enterprises. */
export const confirmRosterLine = defineAction({
  name: 'attendance.confirm-online',
  input: schema.confirmLineInput,
  subject: rosterLineSubject,
  allow: (actor, line) => policy.canConfirmRosterLine(actor, line.roster.activity),
  run: async (tx, { actor, input: { userId, enterpriseIds }, subject: { roster, ...line } }) => {
    const choice = { line, activity: roster.activity, userId, enterpriseIds }
    const { newIds, person } = await mutations.confirmLine(tx, choice, { byId: personOf(actor), at: now() })
    const changes: Changes = { attendances: [null, newIds], nameInList: [null, line.name] }
    return { data: { recorded: newIds.length }, record: facts(roster.activity, person, changes) }
  },
  refresh: refreshLine,
})

/** All proposals that were shown, at once. */
export const confirmProposals = defineAction({
  name: 'attendance.confirm-proposals',
  input: schema.confirmProposalsInput,
  subject: rosterSubject,
  allow: (actor, roster) => policy.canConfirmRosterLine(actor, roster.activity),
  run: async (tx, { actor, input, subject }) => {
    const by = { byId: personOf(actor), at: now() }
    const { lines, newIds, people } = await mutations.confirmProposals(tx, subject, input.proposals, by)
    const changes: Changes = { attendances: [null, newIds], confirmedPeople: [null, people] }
    return { data: { lines }, record: lines > 0 ? facts(subject.activity, '', changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})

export const setRosterLineAside = defineAction({
  name: 'attendance.set-aside',
  input: schema.rosterLineInput,
  subject: rosterLineSubject,
  allow: (actor, line) => policy.canSetRosterLineAside(actor, line.roster.activity),
  run: async (tx, { actor, subject }) => {
    const isNew = await mutations.setAside(tx, subject.id, { byId: personOf(actor), at: now() })
    const changes: Changes = { nameInList: [subject.name, null] }
    return { data: null, record: isNew ? facts(subject.roster.activity, '', changes) : null }
  },
  refresh: refreshLine,
})

export const takeRosterLineUp = defineAction({
  name: 'attendance.take-up',
  input: schema.rosterLineInput,
  subject: rosterLineSubject,
  allow: (actor, line) => policy.canSetRosterLineAside(actor, line.roster.activity),
  run: async (tx, { subject }) => {
    const isNew = await mutations.takeUpAgain(tx, subject.id)
    const changes: Changes = { nameInList: [null, subject.name] }
    return { data: null, record: isNew ? facts(subject.roster.activity, '', changes) : null }
  },
  refresh: refreshLine,
})
