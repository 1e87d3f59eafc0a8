'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as users from './administration-mutations'
import * as policy from './policy'
import * as schema from './schema'
import { appointmentSubject, appointSubject, officeSubject, userSubject } from './subject-queries'

/** Administration of accounts. What people do with their own is in account-actions.ts. */
const pages = (userId: string) => ['/portal/users', `/portal/users/${userId}`]

export const inviteUser = defineAction({
  name: 'user.invite',
  input: schema.inviteUserInput,
  subject: officeSubject,
  allow: policy.canInviteUser,
  run: (tx, { actor, input, subject }) => users.inviteUser(tx, actor, input, subject, now()),
  refresh: ({ data }) => pages(data.userId),
})

export const appointUser = defineAction({
  name: 'user.appoint',
  input: schema.appointUserInput,
  subject: appointSubject,
  allow: (actor, { office }) => policy.canAppointTo(actor, office),
  run: (tx, { input, subject }) => users.appointUser(tx, subject, input),
  refresh: ({ subject }) => pages(subject.user.id),
})

export const endAppointment = defineAction({
  name: 'user.end-appointment',
  input: schema.endAppointmentInput,
  subject: appointmentSubject,
  allow: policy.canAppointTo,
  run: (tx, { actor, input, subject }) =>
    users.endAppointment(tx, subject, { endsOn: input.endsOn, today: actor.today, at: now() }),
  refresh: ({ subject }) => pages(subject.user.id),
})

export const disableUser = defineAction({
  name: 'user.disable',
  input: schema.userInput,
  subject: userSubject,
  allow: policy.canDisableUser,
  run: (tx, { actor, subject }) => users.disableUser(tx, subject, { at: now(), today: actor.today }),
  refresh: ({ subject }) => pages(subject.id),
})

export const enableUser = defineAction({
  name: 'user.enable',
  input: schema.userInput,
  subject: userSubject,
  allow: policy.canEnableUser,
  run: (tx, { subject }) => users.enableUser(tx, subject),
  refresh: ({ subject }) => pages(subject.id),
})

export const renameUser = defineAction({
  name: 'user.rename',
  input: schema.renameUserInput,
  subject: userSubject,
  allow: policy.canRenameUser,
  run: (tx, { input, subject }) => users.renameUser(tx, subject, input.name),
  refresh: ({ subject }) => pages(subject.id),
})

export const issueLink = defineAction({
  name: 'user.issue-link',
  input: schema.userInput,
  subject: userSubject,
  allow: policy.canIssueLink,
  run: (tx, { actor, subject }) => users.issueLink(tx, subject, { createdById: actor.userId, at: now() }),
})
