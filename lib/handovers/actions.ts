'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { canAppointTo } from '@/lib/users/policy'
import * as covers from './cover-mutations'
import { leaveOffice as leave } from './leave-mutations'
import * as policy from './policy'
import * as schema from './schema'
import { coverSubject, leaverSubject, postSubject, type PostSubject } from './subject-queries'

const pages = ({ alliance }: PostSubject) => ['/portal/alliances', `/portal/alliances/${alliance.slug}/insurer`]

export const beginCover = defineAction({
  name: 'handover.begin-cover',
  input: schema.beginCoverInput,
  subject: postSubject,
  allow: policy.canBeginCover,
  run: (tx, { actor, input, subject }) =>
    covers.beginCover(tx, subject, { ...input, createdById: actor.userId, today: actor.today }),
  refresh: ({ subject }) => pages(subject),
})

export const endCover = defineAction({
  name: 'handover.end-cover',
  input: schema.coverInput,
  subject: coverSubject,
  allow: (actor, { appointment }) => policy.canEndCover(actor, appointment),
  run: (tx, { actor, subject }) => covers.endCover(tx, subject, actor.today),
  refresh: ({ subject }) => pages(subject.appointment),
})

export const leaveOffice = defineAction({
  name: 'handover.leave-office',
  input: schema.leaveOfficeInput,
  subject: leaverSubject,
  allow: (actor, { office }) => canAppointTo(actor, office),
  run: (tx, { actor, input, subject }) => leave(tx, actor, subject, { ...input, at: now() }),
  refresh: ({ subject }) => ['/portal/users', `/portal/users/${subject.user.id}`, '/portal/alliances'],
})
