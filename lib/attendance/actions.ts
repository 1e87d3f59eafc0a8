'use server'

import { defineAction } from '@/lib/access/action'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { signatureOf } from '@/lib/access/signing'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { weighPresence } from '@/lib/presence/mutations'
import * as desk from './desk-mutations'
import * as mutations from './mutations'
import { tellReviewed } from './notice-mutations'
import * as policy from './policy'
import * as queued from './queued-queries'
import { pressedAt } from './rules'
import * as schema from './schema'
import { activityOfClaim, attendanceSubject, attendedActivity } from './subject-queries'
import type { AttendanceSubject, ClaimedActivity } from './subject-queries'

const personOf = (actor: Actor): string => {
  if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
  return actor.userId
}

const facts = (activity: Pick<ClaimedActivity, 'id' | 'title'>, person: string, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: `${activity.title} · ${person}`,
  changes,
})

/** Who came is written into the trail once: a repeated press changes nothing and leaves no line. */
function arrival(
  activity: ClaimedActivity,
  person: string,
  { attendances, newIds }: mutations.CheckedIn,
): AuditFacts | null {
  const fresh = attendances.filter((attendance) => newIds.includes(attendance.id))
  if (fresh.length === 0) return null
  const enterprises = fresh.map((attendance) => attendance.enterprise)
  return facts(activity, person, {
    attendances: [null, newIds],
    enterprises: [null, enterprises],
    mandates: [null, fresh.map((attendance) => attendance.mandateKind)],
  })
}

const pagesOf = (activityId: string): string[] => [
  `/portal/activities/${activityId}/check-in`,
  `/portal/activities/${activityId}/door`,
]

const refresh = ({ subject }: { subject: ClaimedActivity }): string[] => pagesOf(subject.id)
const refreshCorrected = ({ subject }: { subject: AttendanceSubject }): string[] => pagesOf(subject.activity.id)

/** One's own check-in by a code that was seen. The handlers of /c enter here too. */
export const checkIn = defineAction({
  name: 'attendance.check-in',
  input: schema.checkInInput,
  subject: activityOfClaim,
  allow: policy.canCheckIn,
  run: async (tx, { actor, input, subject }) => {
    const { seenAt, method } = subject.claim
    mutations.refuseUnlessOpen(subject, seenAt)
    const checkedIn = await mutations.checkIn(tx, {
      activity: subject,
      userId: personOf(actor),
      enterpriseIds: input.enterpriseIds,
      method,
      checkedInAt: seenAt,
      recordedById: null,
      deviceMark: input.device ? signatureOf('check-in-device', `${subject.id} ${input.device}`) : null,
    })
    return { data: checkedIn.attendances, record: arrival(subject, actor.name, checkedIn) }
  },
  refresh,
})

export const checkInAtDoor = defineAction({
  name: 'attendance.check-in-at-door',
  input: schema.checkInAtDoorInput,
  subject: attendedActivity,
  allow: policy.canCheckInAtDoor,
  run: async (tx, { actor, input, subject }) => {
    const at = now()
    mutations.refuseUnlessOpen(subject, at)
    const person = await mutations.refuseUnlessAtDoor(tx, subject, input.userId)
    const checkedIn = await mutations.checkIn(tx, {
      activity: subject,
      userId: input.userId,
      enterpriseIds: input.enterpriseIds,
      method: 'DOOR_DESK',
      checkedInAt: at,
      recordedById: personOf(actor),
      deskKey: input.key ?? null,
    })
    return { data: checkedIn, record: arrival(subject, person.name, checkedIn) }
  },
  refresh,
})

/** What a desk without a connection had pressed, once it has one again: each press by its key, however often it is sent. */
export const syncCheckIn = defineAction({
  name: 'attendance.sync-check-in',
  input: schema.syncCheckInInput,
  subject: attendedActivity,
  allow: policy.canCheckInAtDoor,
  run: async (tx, { actor, input, subject }) => {
    const at = now()
    const checkedInAt = pressedAt(input, at)
    if (await queued.isKnown(tx, subject.id, input.key)) return { data: { came: null }, record: null }
    mutations.refuseUnlessOpen(subject, checkedInAt)
    const person = await mutations.refuseUnlessAtDoor(tx, subject, input.userId)
    const checkedIn = await mutations.checkIn(tx, {
      activity: subject,
      userId: input.userId,
      enterpriseIds: input.enterpriseIds,
      method: 'DOOR_DESK',
      checkedInAt,
      recordedById: personOf(actor),
      deskKey: input.key,
    })
    const record = arrival(subject, person.name, checkedIn)
    const came = record ? null : await queued.earliestOf(tx, checkedIn)
    return {
      data: { came },
      record: record && { ...record, changes: { ...record.changes, checkedInAt: [null, checkedInAt] } },
    }
  },
  refresh,
})

export const undoCheckIn = defineAction({
  name: 'attendance.undo-check-in',
  input: schema.undoCheckInInput,
  subject: attendedActivity,
  allow: policy.canUndoCheckIn,
  run: async (tx, { input, subject }) => {
    const at = now()
    const isNew =
      !input.key || (await desk.noteArrival(tx, { key: input.key, activityId: subject.id, act: 'UNDO', at }))
    if (!isNew) return { data: { undone: 0 }, record: null }
    const undone = await mutations.undoCheckIn(tx, { ...input, at })
    const changes: Changes = { attendances: [undone, []], undoneAt: [null, at] }
    if (undone.length === 0) return { data: { undone: 0 }, record: null }
    const person = await mutations.nameOf(tx, input.userId)
    return { data: { undone: undone.length }, record: facts(subject, person, changes) }
  },
  refresh,
})

export const addAttendance = defineAction({
  name: 'attendance.add',
  input: schema.addAttendanceInput,
  subject: attendedActivity,
  allow: policy.canAddAttendance,
  run: async (tx, { actor, input, subject }) => {
    const { userId, enterpriseId, checkedInAt, checkedOutAt, reason } = input
    mutations.refuseUnlessWithin(subject, { checkedInAt, checkedOutAt }, now())
    const person = await mutations.refuseUnlessAtDoor(tx, subject, userId)
    const checkedIn = await mutations.checkIn(tx, {
      activity: subject,
      userId,
      enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
      method: 'CORRECTION',
      checkedInAt,
      checkedOutAt,
      recordedById: personOf(actor),
      reason,
    })
    const recorded = arrival(subject, person.name, checkedIn)
    if (!recorded) throw new Refusal('ALREADY_CHECKED_IN')
    if (subject.state === 'CLOSED') await weighPresence(tx, subject.id, checkedIn.newIds)
    const changes: Changes = { ...recorded.changes, checkedInAt: [null, checkedInAt], reason: [null, reason] }
    if (checkedOutAt) changes['checkedOutAt'] = [null, checkedOutAt]
    return { data: checkedIn, record: { ...recorded, changes } }
  },
  refresh,
})

export const correctAttendance = defineAction({
  name: 'attendance.correct',
  input: schema.correctAttendanceInput,
  subject: attendanceSubject,
  allow: (actor, attendance) => policy.canCorrectAttendance(actor, attendance.activity),
  run: async (tx, { actor, input, subject }) => {
    const { enterpriseId, checkedInAt, checkedOutAt, reason } = input
    const by = { byId: personOf(actor), at: now() }
    const { mandateKind } = await mutations.correctAttendance(tx, subject, { ...input, ...by })
    await tellReviewed(tx, subject, { reason, at: by.at })
    const changes: Changes = {
      attendance: [subject.id, subject.id],
      enterpriseId: [subject.enterpriseId, enterpriseId],
      checkedInAt: [subject.checkedInAt, checkedInAt],
      ...(subject.checkedOutAt?.getTime() !== checkedOutAt?.getTime() && {
        checkedOutAt: [subject.checkedOutAt, checkedOutAt],
      }),
      mandateKind: [subject.mandateKind, mandateKind],
      method: [subject.method, 'CORRECTION'],
      reason: [null, reason],
    }
    return { data: { id: subject.id }, record: facts(subject.activity, subject.user.name, changes) }
  },
  refresh: refreshCorrected,
})

export const strikeAttendance = defineAction({
  name: 'attendance.strike',
  input: schema.strikeAttendanceInput,
  subject: attendanceSubject,
  allow: (actor, attendance) => policy.canStrikeAttendance(actor, attendance.activity),
  run: async (tx, { actor, input, subject }) => {
    const at = now()
    await mutations.strikeAttendance(tx, { ...input, byId: personOf(actor), at })
    await tellReviewed(tx, subject, { reason: input.reason, at })
    const changes: Changes = {
      attendance: [subject.id, null],
      enterprise: [subject.enterprise?.name ?? null, null],
      undoneAt: [null, at],
      reason: [null, input.reason],
    }
    return { data: { id: subject.id }, record: facts(subject.activity, subject.user.name, changes) }
  },
  refresh: refreshCorrected,
})
