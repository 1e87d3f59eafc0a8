'use server'

import { defineAction } from '@/lib/access/action'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { canInviteAlliance } from '@/lib/activities/policy'
import { activitySubject } from '@/lib/activities/queries'
import { alliancesMoved } from '@/lib/activities/rules'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { firmSubject, type FirmSubject } from './queries'
import * as schema from './schema'

/** Written under the activity, whose history tells of whom it was for. */
const facts = (activity: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes,
})

const pagesOf = (id: string): string[] => [
  `/portal/activities/${id}`,
  `/portal/activities/${id}/setup`,
  `/portal/activities/${id}/audience`,
  `/portal/activities/${id}/invitations`,
]

const refresh = ({ subject }: { subject: FirmSubject }): string[] => pagesOf(subject.activity.id)

export const chooseAudience = defineAction({
  name: 'audience.choose',
  input: schema.chooseAudienceInput,
  subject: activitySubject,
  allow: (actor, activity, input) =>
    policy.canChooseAudience(actor, activity) &&
    alliancesMoved(activity, input.allianceIds).every((id) => canInviteAlliance(actor, id)),
  run: async (tx, { input, subject }) => {
    const changes = await mutations.chooseAudience(tx, { activity: subject, input, at: now() })
    const isNew = Object.keys(changes).length > 0
    return { data: { id: subject.id }, record: isNew ? facts(subject, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const leaveOutEnterprise = defineAction({
  name: 'audience.leave-out',
  input: schema.leaveOutInput,
  subject: firmSubject,
  allow: policy.canLeaveOut,
  run: async (tx, { input, subject: { activity, enterprise } }) => {
    const isNew = await mutations.leaveOut(tx, { ...input, at: now() })
    return { data: { isNew }, record: isNew ? facts(activity, { enterprise: [null, enterprise.name] }) : null }
  },
  refresh,
})

export const readmitEnterprise = defineAction({
  name: 'audience.readmit',
  input: schema.readmitInput,
  subject: firmSubject,
  allow: policy.canReadmit,
  run: async (tx, { input, subject: { activity, enterprise } }) => {
    const isNew = await mutations.readmit(tx, { ...input, at: now() })
    return { data: { isNew }, record: isNew ? facts(activity, { enterprise: [null, enterprise.name] }) : null }
  },
  refresh,
})
