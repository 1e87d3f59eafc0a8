'use server'

import { defineAction } from '@/lib/access/action'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import * as mutations from './draft-mutations'
import * as schema from './draft-schema'
import * as policy from './policy'
import { activitySubject, type ActivitySubject } from './queries'

const record = ({ id, title }: ActivitySubject, changes: Changes): AuditFacts | null =>
  Object.keys(changes).length > 0 ? { subjectType: 'activity', subjectId: id, subjectLabel: title, changes } : null

/** What keeps itself while it is typed draws no page anew; the press that goes on does. */
const refresh = ({ input, subject: { id } }: { input: { isDone: boolean }; subject: ActivitySubject }): string[] =>
  input.isDone ? [`/portal/activities/${id}`, `/portal/activities/${id}/setup`] : []

export const writeBasics = defineAction({
  name: 'activity.write-basics',
  input: schema.writeBasicsInput,
  subject: activitySubject,
  allow: policy.canWriteDraft,
  run: async (tx, { input, subject }) => {
    const { version, changes } = await mutations.writeBasics(tx, { activity: subject, input, at: now() })
    return { data: { version }, record: record(subject, changes) }
  },
  refresh,
})

export const writeAgenda = defineAction({
  name: 'activity.write-agenda',
  input: schema.writeAgendaInput,
  subject: activitySubject,
  allow: policy.canWriteDraft,
  run: async (tx, { input, subject }) => {
    const { version, changes } = await mutations.writeAgenda(tx, { activity: subject, input, at: now() })
    return { data: { version }, record: record(subject, changes) }
  },
  refresh,
})

export const writeCheckIn = defineAction({
  name: 'activity.write-check-in',
  input: schema.writeCheckInInput,
  subject: activitySubject,
  allow: policy.canWriteDraft,
  run: async (tx, { input, subject }) => {
    const { version, changes } = await mutations.writeCheckIn(tx, { activity: subject, input, at: now() })
    return { data: { version }, record: record(subject, changes) }
  },
  refresh,
})

export const passSection = defineAction({
  name: 'activity.pass-section',
  input: schema.passSectionInput,
  subject: activitySubject,
  allow: policy.canWriteDraft,
  run: async (tx, { input: { section }, subject }) => {
    const isNew = await mutations.passSection(tx, { activity: subject, section, at: now() })
    return { data: { isNew }, record: isNew ? record(subject, { section: [null, section] }) : null }
  },
  refresh: ({ subject: { id } }) => [`/portal/activities/${id}/setup`],
})
