'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { namedActivitySubject } from '@/lib/activities/queries'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { speakerSubject } from './queries'
import * as schema from './schema'

const facts = ({ id, title }: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

const pagesOf = (activityId: string): string[] => [`/portal/activities/${activityId}`]

function signed(actor: Actor) {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return { userId: actor.userId, at: now() }
}

export const writeDiscussion = defineAction({
  name: 'activity.write-discussion',
  input: schema.writeDiscussionInput,
  subject: namedActivitySubject,
  allow: policy.canWriteDiscussion,
  run: async (tx, { actor, input, subject }) => {
    const changes = await mutations.writeDiscussion(tx, { activity: subject, input, by: signed(actor) })
    return { data: null, record: facts(subject, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const nameSpeaker = defineAction({
  name: 'activity.name-speaker',
  input: schema.nameSpeakerInput,
  subject: namedActivitySubject,
  allow: policy.canNameSpeaker,
  run: async (tx, { actor, input, subject }) => {
    const name = await mutations.nameSpeaker(tx, { activity: subject, input, actor, by: signed(actor) })
    const changes: Changes = { speaker: [null, name], theme: [null, input.theme] }
    return { data: { isNew: name !== null }, record: name === null ? null : facts(subject, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const removeSpeaker = defineAction({
  name: 'activity.remove-speaker',
  input: schema.removeSpeakerInput,
  subject: speakerSubject,
  allow: policy.canRemoveSpeaker,
  run: async (tx, { subject }) => {
    const isNew = await mutations.removeSpeaker(tx, subject)
    const changes: Changes = { speaker: [subject.enterprise.name, null], theme: [subject.theme, null] }
    return { data: { isNew }, record: isNew ? facts(subject.activity, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})
