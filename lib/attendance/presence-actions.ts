'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import * as leaving from './leaving-mutations'
import { refuseUnlessAtDoor, refuseUnlessOpen } from './mutations'
import { tellReviewed } from './notice-mutations'
import * as policy from './policy'
import * as schema from './schema'
import * as spot from './spot-mutations'
import * as subjects from './subject-queries'

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

const pagesOf = (activityId: string): string[] =>
  ['check-in', 'check-in/review', 'door'].map((part) => `/portal/activities/${activityId}/${part}`)

const refresh = ({ subject }: { subject: { id: string } }): string[] => pagesOf(subject.id)

/** A repeated press leaves no line. */
const departure = (activity: subjects.ClaimedActivity, person: string, left: leaving.Left): AuditFacts | null =>
  left.newIds.length > 0
    ? facts(activity, person, { attendances: [null, left.newIds], checkedOutAt: [null, left.checkedOutAt] })
    : null

/** One's own check-out by the code of leaving. The handlers of /c enter here too. */
export const checkOut = defineAction({
  name: 'attendance.check-out',
  input: schema.checkOutInput,
  subject: subjects.activityOfLeaving,
  allow: policy.canCheckOut,
  run: async (tx, { actor, subject }) => {
    const { seenAt: at, method } = subject.claim
    refuseUnlessOpen(subject, at)
    const left = await leaving.checkOut(tx, { activity: subject, userId: personOf(actor), at, method })
    return { data: left, record: departure(subject, actor.name, left) }
  },
  refresh,
})

export const checkOutAtDoor = defineAction({
  name: 'attendance.check-out-at-door',
  input: schema.checkOutAtDoorInput,
  subject: subjects.attendedActivity,
  allow: policy.canCheckOutAtDoor,
  run: async (tx, { input, subject }) => {
    const at = now()
    refuseUnlessOpen(subject, at)
    const { name } = await refuseUnlessAtDoor(tx, subject, input.userId)
    const left = await leaving.checkOut(tx, { activity: subject, userId: input.userId, at, method: 'DOOR_DESK' })
    return { data: left, record: departure(subject, name, left) }
  },
  refresh,
})

export const startSpotCheck = defineAction({
  name: 'attendance.start-spot-check',
  input: schema.startSpotCheckInput,
  subject: subjects.attendedActivity,
  allow: policy.canStartSpotCheck,
  run: async (tx, { actor, input, subject }) => {
    const starting = { activity: subject, minutes: input.minutes, byId: personOf(actor), at: now() }
    const check = await spot.startSpotCheck(tx, starting)
    return { data: check, record: facts(subject, '', { spotMinutes: [null, input.minutes] }) }
  },
  refresh,
})

export const answerSpotCheck = defineAction({
  name: 'attendance.answer-spot-check',
  input: schema.answerSpotCheckInput,
  subject: subjects.activityOfSpotCheck,
  allow: policy.canAnswerSpotCheck,
  run: async (tx, { actor, subject }) => {
    const { seenAt: at } = subject.claim
    const { isNew } = await spot.answerSpotCheck(tx, { activityId: subject.id, userId: personOf(actor), at })
    return { data: { at }, record: isNew ? facts(subject, actor.name, { answeredAt: [null, at] }) : null }
  },
  refresh,
})

export const setPresenceRule = defineAction({
  name: 'attendance.set-presence-rule',
  input: schema.setPresenceRuleInput,
  subject: subjects.attendedActivity,
  allow: policy.canSetPresenceRule,
  run: async (tx, { input: { checksOut, presenceShareMin }, subject }) => {
    await leaving.setPresenceRule(tx, subject.id, { checksOut, presenceShareMin })
    const changes = changesBetween(
      { checksOut: subject.checksOut, presenceShareMin: subject.presenceShareMin },
      { checksOut, presenceShareMin },
    )
    return { data: null, record: Object.keys(changes).length > 0 ? facts(subject, '', changes) : null }
  },
  refresh,
})

/** Whether an attendance counts, decided by a person: against the rule, or about a sign that its code was passed on. */
export const judgeAttendance = defineAction({
  name: 'attendance.judge',
  input: schema.judgeAttendanceInput,
  subject: subjects.attendanceSubject,
  allow: (actor, attendance) => policy.canJudgeAttendance(actor, attendance.activity),
  run: async (tx, { actor, input, subject }) => {
    await leaving.judgeAttendance(tx, { ...input, byId: personOf(actor) })
    await tellReviewed(tx, subject, { reason: input.reason, at: now() })
    const changes: Changes = {
      attendance: [subject.id, subject.id],
      presenceVerdict: [subject.verdict, input.verdict],
      reason: [null, input.reason],
    }
    return { data: { id: subject.id }, record: facts(subject.activity, subject.user.name, changes) }
  },
  refresh: ({ subject }) => pagesOf(subject.activity.id),
})
