'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { namedActivitySubject } from '@/lib/activities/queries'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as mutations from './mutations'
import * as policy from './policy'
import { bookingSubject, slotSubject } from './queries'
import * as schema from './schema'

/** Written under the activity, with the topic of the slot. */
const facts = (activity: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes,
})

const pagesOf = (activityId: string): string[] => [`/portal/activities/${activityId}`]

/** Enterprise and person come from the hat, never from the form. */
function standingOf(actor: Actor) {
  if (!isSignedIn(actor) || actor.hat.kind !== 'ENTERPRISE') throw new Refusal('ENTERPRISE_NOT_CONCERNED')
  return { enterpriseId: actor.hat.enterpriseId, userId: actor.userId, at: now() }
}

export const offerSlot = defineAction({
  name: 'slot.offer',
  input: schema.offerSlotInput,
  subject: namedActivitySubject,
  allow: policy.canOfferSlot,
  run: async (tx, { actor, input, subject }) => {
    const id = await mutations.offerSlot(tx, { activity: subject, input, by: standingOf(actor) })
    const { topic, startsAt, seats } = input
    const changes: Changes = { slot: [null, topic], startsAt: [null, startsAt], seats: [null, seats] }
    return { data: { id }, record: facts(subject, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.id),
})

export const withdrawSlot = defineAction({
  name: 'slot.withdraw',
  input: schema.withdrawSlotInput,
  subject: slotSubject,
  allow: policy.canWithdrawSlot,
  run: async (tx, { input, subject }) => {
    const isNew = await mutations.withdrawSlot(tx, { slot: subject, reason: input.reason, at: now() })
    const changes: Changes = { slot: [subject.topic, null], reason: [null, input.reason] }
    return { data: { isNew }, record: isNew ? facts(subject.activity, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})

export const bookSlot = defineAction({
  name: 'slot.book',
  input: schema.bookSlotInput,
  subject: slotSubject,
  allow: policy.canBookSlot,
  run: async (tx, { actor, input, subject }) => {
    const by = standingOf(actor)
    const { name } = await tx.enterprise.findUniqueOrThrow({ where: { id: by.enterpriseId }, select: { name: true } })
    const isNew = await mutations.bookSlot(tx, { slot: subject, seats: input.seats, by, name })
    const changes: Changes = { slot: [null, subject.topic], enterprise: [null, name], seats: [null, input.seats] }
    return { data: { isNew }, record: isNew ? facts(subject.activity, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})

export const cancelBooking = defineAction({
  name: 'slot.cancel-booking',
  input: schema.cancelBookingInput,
  subject: bookingSubject,
  allow: policy.canCancelBooking,
  run: async (tx, { subject }) => {
    const { slot, enterprise, seats } = subject
    const isNew = await mutations.cancelBooking(tx, { booking: subject, at: now() })
    const changes: Changes = { slot: [slot.topic, null], enterprise: [enterprise.name, null], seats: [seats, null] }
    return { data: { isNew }, record: isNew ? facts(slot.activity, changes) : null }
  },
  refresh: ({ subject }) => pagesOf(subject.slot.activity.id),
})
