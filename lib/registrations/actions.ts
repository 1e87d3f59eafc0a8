'use server'

import { defineAction } from '@/lib/access/action'
import { belongsTo, isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { registrationSubject, standingSubject, type RegistrationSubject, type StandingSubject } from './queries'
import * as schema from './schema'

/** Written under the activity, so that its history tells of its places too. */
const facts = (
  { activity, enterprise }: Pick<StandingSubject, 'activity' | 'enterprise'>,
  changes: Changes,
): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes: { enterprise: [null, enterprise.name], ...changes },
})

const refresh = ({ subject }: { subject: Pick<StandingSubject, 'activity'> }): string[] => [
  '/portal/schedule',
  `/portal/activities/${subject.activity.id}`,
]

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

const placeOf = (subject: RegistrationSubject) => ({
  registrationId: subject.id,
  activityId: subject.activity.id,
  at: now(),
})

export const registerPeople = defineAction({
  name: 'registration.register',
  input: schema.registerPeopleInput,
  subject: standingSubject,
  allow: policy.canRegister,
  run: async (tx, { actor, input, subject }) => {
    const { placed, waiting } = await mutations.registerPeople(tx, {
      ...input,
      sender: belongsTo(actor, subject.enterpriseId) ? 'ENTERPRISE' : 'ORGANISER',
      createdById: personOf(actor),
      at: now(),
    })
    const isNew = placed.length + waiting.length > 0
    const data = { placed: placed.length, waiting: waiting.length }
    return { data, record: isNew ? facts(subject, { placed: [null, placed], waiting: [null, waiting] }) : null }
  },
  refresh,
})

export const namePlace = defineAction({
  name: 'registration.name-place',
  input: schema.namePlaceInput,
  subject: registrationSubject,
  allow: policy.canNamePlace,
  run: async (tx, { input, subject }) => {
    if (subject.userId !== null && subject.userId !== input.userId) throw new Refusal('PLACE_ALREADY_NAMED')
    const name = await mutations.fillPlace(tx, { ...placeOf(subject), userId: input.userId })
    return { data: { id: subject.id }, record: name === null ? null : facts(subject, { person: [null, name] }) }
  },
  refresh,
})

export const swapPerson = defineAction({
  name: 'registration.swap-person',
  input: schema.swapPersonInput,
  subject: registrationSubject,
  allow: policy.canSwapPerson,
  run: async (tx, { input, subject }) => {
    const name = await mutations.fillPlace(tx, { ...placeOf(subject), userId: input.userId })
    const before = subject.user?.name ?? null
    return { data: { id: subject.id }, record: name === null ? null : facts(subject, { person: [before, name] }) }
  },
  refresh,
})

export const acceptOffer = defineAction({
  name: 'registration.accept-offer',
  input: schema.acceptOfferInput,
  subject: registrationSubject,
  allow: policy.canAcceptOffer,
  run: async (tx, { subject }) => {
    const isNew = await mutations.acceptOffer(tx, placeOf(subject))
    const changes: Changes = { person: [null, subject.user?.name ?? null], state: ['OFFERED', 'PLACED'] }
    return { data: { id: subject.id }, record: isNew ? facts(subject, changes) : null }
  },
  refresh,
})

export const withdraw = defineAction({
  name: 'registration.withdraw',
  input: schema.withdrawInput,
  subject: registrationSubject,
  allow: policy.canWithdraw,
  run: async (tx, { subject }) => {
    const isNew = await mutations.withdraw(tx, placeOf(subject))
    const changes: Changes = { person: [subject.user?.name ?? null, null], state: [subject.state, 'WITHDRAWN'] }
    return { data: { id: subject.id }, record: isNew ? facts(subject, changes) : null }
  },
  refresh,
})

export const askLeave = defineAction({
  name: 'registration.ask-leave',
  input: schema.askLeaveInput,
  subject: registrationSubject,
  allow: policy.canAskLeave,
  run: async (tx, { input, subject }) => {
    const isNew = await mutations.askLeave(tx, { ...placeOf(subject), reason: input.reason })
    const person = subject.user?.name ?? null
    const changes: Changes = {
      person: [person, person],
      state: [subject.state, 'ON_LEAVE'],
      reason: [null, input.reason],
    }
    return { data: { id: subject.id }, record: isNew ? facts(subject, changes) : null }
  },
  refresh,
})

export const askEnterpriseLeave = defineAction({
  name: 'registration.ask-enterprise-leave',
  input: schema.askEnterpriseLeaveInput,
  subject: standingSubject,
  allow: policy.canAskLeave,
  run: async (tx, { actor, input, subject }) => {
    const wish = { ...input, createdById: personOf(actor), at: now() }
    const isNew = await mutations.askEnterpriseLeave(tx, wish)
    return { data: { isNew }, record: isNew ? facts(subject, { reason: [null, input.reason] }) : null }
  },
  refresh,
})
