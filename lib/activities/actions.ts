'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as course from './course-mutations'
import { limitPlaces as limit } from './limit-mutations'
import { markPassed } from './draft-mutations'
import * as mutations from './mutations'
import * as policy from './policy'
import { activitySubject, hostAllianceSubject, type ActivitySubject } from './queries'
import { alliancesMoved } from './rules'
import * as schema from './schema'

const facts = (activity: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: activity.title,
  changes,
})

const pagesOf = ({ id, hostAlliance }: Pick<ActivitySubject, 'id' | 'hostAlliance'>): string[] => [
  '/portal/activities',
  `/portal/activities/${id}`,
  `/portal/alliances/${hostAlliance.slug}/activities`,
]

const refresh = ({ subject }: { subject: ActivitySubject }): string[] => pagesOf(subject)

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

export const scheduleActivity = defineAction({
  name: 'activity.schedule',
  input: schema.scheduleActivityInput,
  subject: (tx, _actor, input) => hostAllianceSubject(tx, input.hostAllianceId),
  allow: (actor, alliance, input) =>
    policy.canScheduleActivity(actor, alliance) && input.allianceIds.every((id) => policy.canInviteAlliance(actor, id)),
  run: async (tx, { actor, input }) => {
    const { id, changes } = await mutations.scheduleActivity(tx, { input, createdById: personOf(actor), at: now() })
    await markPassed(tx, { activityId: id, section: 'BASICS', at: now() })
    return { data: { id }, record: facts({ id, title: input.title }, changes) }
  },
  refresh: ({ subject, data }) => pagesOf({ id: data.id, hostAlliance: subject }),
})

export const copyActivity = defineAction({
  name: 'activity.copy',
  input: schema.copyActivityInput,
  subject: activitySubject,
  allow: (actor, activity) =>
    policy.canCopyActivity(actor, activity) &&
    activity.alliances.every((one) => policy.canInviteAlliance(actor, one.allianceId)),
  run: async (tx, { actor, input, subject }) => {
    const copy = { activity: subject, startsAt: input.startsAt, createdById: personOf(actor), at: now() }
    const { id, changes } = await mutations.copyActivity(tx, copy)
    return { data: { id }, record: facts({ id, title: subject.title }, changes) }
  },
  refresh,
})

export const editActivity = defineAction({
  name: 'activity.edit',
  input: schema.editActivityInput,
  subject: activitySubject,
  allow: (actor, activity, input) =>
    policy.canEditActivity(actor, activity) &&
    alliancesMoved(activity, input.allianceIds).every((id) => policy.canInviteAlliance(actor, id)),
  run: async (tx, { input, subject }) => {
    const changes = await mutations.editActivity(tx, { activity: subject, input, at: now() })
    return { data: { id: subject.id }, record: facts(subject, changes) }
  },
  refresh,
})

export const limitPlaces = defineAction({
  name: 'activity.limit',
  input: schema.limitPlacesInput,
  subject: activitySubject,
  allow: policy.canLimitPlaces,
  run: async (tx, { input, subject }) => {
    const changes = await limit(tx, { activity: subject, input, at: now() })
    return { data: { id: subject.id }, record: facts(subject, changes) }
  },
  refresh,
})

export const publishActivity = defineAction({
  name: 'activity.publish',
  input: schema.publishActivityInput,
  subject: activitySubject,
  allow: policy.canPublishActivity,
  run: async (tx, { input, subject }) => {
    const isNew = await mutations.publishActivity(tx, { activity: subject, version: input.version, at: now() })
    return { data: { id: subject.id }, record: isNew ? facts(subject, { state: [subject.state, 'PUBLISHED'] }) : null }
  },
  refresh,
})

export const postponeActivity = defineAction({
  name: 'activity.postpone',
  input: schema.postponeActivityInput,
  subject: activitySubject,
  allow: policy.canPostponeActivity,
  run: async (tx, { input, subject }) => {
    const changes = await mutations.postponeActivity(tx, { activity: subject, input, at: now() })
    return { data: { id: subject.id }, record: facts(subject, changes) }
  },
  refresh,
})

export const holdActivity = defineAction({
  name: 'activity.hold',
  input: schema.activityInput,
  subject: activitySubject,
  allow: policy.canHoldActivity,
  run: async (tx, { subject }) => {
    const isNew = await course.holdActivity(tx, { activity: subject, at: now() })
    return { data: { id: subject.id }, record: isNew ? facts(subject, { state: [subject.state, 'HELD'] }) : null }
  },
  refresh,
})

export const closeActivity = defineAction({
  name: 'activity.close',
  input: schema.activityInput,
  subject: activitySubject,
  allow: policy.canCloseActivity,
  run: async (tx, { subject }) => {
    const tooShort = await course.closeActivity(tx, { activity: subject, at: now() })
    if (tooShort === null) return { data: { id: subject.id }, record: null }
    const changes: Changes = { state: [subject.state, 'CLOSED'], ...(tooShort > 0 && { tooShort: [null, tooShort] }) }
    return { data: { id: subject.id }, record: facts(subject, changes) }
  },
  refresh,
})

export const cancelActivity = defineAction({
  name: 'activity.cancel',
  input: schema.cancelActivityInput,
  subject: activitySubject,
  allow: policy.canCancelActivity,
  run: async (tx, { input, subject }) => {
    const isNew = await course.cancelActivity(tx, { activity: subject, reason: input.reason, at: now() })
    const changes: Changes = { state: [subject.state, 'CANCELLED'], reason: [null, input.reason] }
    return { data: { id: subject.id }, record: isNew ? facts(subject, changes) : null }
  },
  refresh,
})

export const writeMinutes = defineAction({
  name: 'activity.write-minutes',
  input: schema.writeMinutesInput,
  subject: activitySubject,
  allow: policy.canWriteMinutes,
  run: async (tx, { input, subject }) => {
    const { minutes, version } = input
    await course.writeMinutes(tx, { activity: subject, minutes, version })
    return {
      data: { id: subject.id },
      record: facts(subject, changesBetween({ minutes: subject.minutes }, { minutes })),
    }
  },
  refresh,
})
