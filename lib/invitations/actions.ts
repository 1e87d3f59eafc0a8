'use server'

import { defineAction } from '@/lib/access/action'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { answerSubject, invitationSubject, invitingSubject, type InvitationSubject } from './queries'
import * as schema from './schema'
import { urge } from './urge-mutations'

/** Written under the activity, where its places are told of too. */
const facts = ({ activity }: Pick<InvitationSubject, 'activity'>, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes,
})

const refresh = ({ subject }: { subject: Pick<InvitationSubject, 'activity'> }): string[] => [
  '/portal/schedule',
  `/portal/activities/${subject.activity.id}`,
  `/portal/activities/${subject.activity.id}/invitations`,
]

/** An answer by the link of a notice. The link is the right; the handlers of /a enter here. */
export const answerInvitation = defineAction({
  name: 'invitation.answer',
  input: schema.answerInput,
  isOpen: true,
  subject: answerSubject,
  allow: policy.canAnswer,
  run: async (tx, { input, subject }) => {
    const { user, activity, represented } = subject
    const who = { activityId: activity.id, enterpriseId: input.enterpriseId, userId: user.id, at: now() }
    const changes = await mutations.answerInvitation(tx, who, input)
    const enterprise: Changes = { enterprise: [null, represented?.name ?? ''] }
    return {
      data: { isNew: changes !== null },
      record: changes && { ...facts(subject, { ...enterprise, ...changes }), by: user },
    }
  },
  refresh,
})

export const revokeInvitation = defineAction({
  name: 'invitation.revoke',
  input: schema.revokeInvitationInput,
  subject: invitationSubject,
  allow: policy.canRevokeInvitation,
  run: async (tx, { subject }) => {
    const isNew = await mutations.setRevoked(tx, subject.id, now())
    return { data: { id: subject.id }, record: isNew ? facts(subject, { person: [null, subject.user.name] }) : null }
  },
  refresh,
})

export const restoreInvitation = defineAction({
  name: 'invitation.restore',
  input: schema.restoreInvitationInput,
  subject: invitationSubject,
  allow: policy.canRestoreInvitation,
  run: async (tx, { subject }) => {
    const isNew = await mutations.setRevoked(tx, subject.id, null)
    return { data: { id: subject.id }, record: isNew ? facts(subject, { person: [null, subject.user.name] }) : null }
  },
  refresh,
})

export const urgeInvitation = defineAction({
  name: 'invitation.urge',
  input: schema.urgeInvitationInput,
  subject: invitationSubject,
  allow: policy.canUrge,
  run: async (tx, { actor, subject }) => {
    const { id, activity, user } = subject
    const urgedById = actor.userId ?? ''
    const count = await urge(tx, { activityId: activity.id, invitationId: id, urgedById, at: now() })
    return { data: { count }, record: facts(subject, { person: [null, user.name] }) }
  },
  refresh,
})

export const urgeUnanswered = defineAction({
  name: 'invitation.urge-all',
  input: schema.urgeUnansweredInput,
  subject: invitingSubject,
  allow: policy.canUrge,
  run: async (tx, { actor, subject }) => {
    const urgedById = actor.userId ?? ''
    const count = await urge(tx, { activityId: subject.activity.id, invitationId: null, urgedById, at: now() })
    return { data: { count }, record: facts(subject, { urged: [null, count] }) }
  },
  refresh,
})
