'use server'

import { defineAction } from '@/lib/access/action'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import { noteArrival, undoAtDesk } from './desk-mutations'
import { checkOut } from './leaving-mutations'
import { nameOf, refuseUnlessAtDoor, refuseUnlessOpen } from './mutations'
import * as policy from './policy'
import { pressedAt } from './rules'
import * as schema from './schema'
import { attendedActivity, type AttendedActivity } from './subject-queries'

const facts = (activity: AttendedActivity, person: string, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: activity.id,
  subjectLabel: `${activity.title} · ${person}`,
  changes,
})

const refresh = ({ subject }: { subject: AttendedActivity }): string[] =>
  ['check-in', 'check-in/review', 'door'].map((part) => `/portal/activities/${subject.id}/${part}`)

/** What came of it is as it was meant; a desk asks no more. */
const asMeant = { came: null }

/** A check-out that a desk without a connection had pressed: when it was pressed, once, however often it is sent. */
export const syncCheckOut = defineAction({
  name: 'attendance.sync-check-out',
  input: schema.syncCheckOutInput,
  subject: attendedActivity,
  allow: policy.canCheckOutAtDoor,
  run: async (tx, { input, subject }) => {
    const arrivedAt = now()
    const at = pressedAt(input, arrivedAt)
    const press = { key: input.key, activityId: subject.id, act: 'CHECK_OUT', at: arrivedAt } as const
    if (!(await noteArrival(tx, press))) return { data: asMeant, record: null }
    refuseUnlessOpen(subject, at)
    const { name } = await refuseUnlessAtDoor(tx, subject, input.userId)
    const left = await checkOut(tx, { activity: subject, userId: input.userId, at, method: 'DOOR_DESK' })
    const changes: Changes = { attendances: [null, left.newIds], checkedOutAt: [null, left.checkedOutAt] }
    return { data: asMeant, record: left.newIds.length > 0 ? facts(subject, name, changes) : null }
  },
  refresh,
})

/** What a desk without a connection had taken back, counted from when it was pressed; once, however often it is sent. */
export const syncUndo = defineAction({
  name: 'attendance.sync-undo',
  input: schema.syncUndoInput,
  subject: attendedActivity,
  allow: policy.canUndoCheckIn,
  run: async (tx, { input, subject }) => {
    const arrivedAt = now()
    const at = pressedAt(input, arrivedAt)
    const press = { key: input.key, activityId: subject.id, act: 'UNDO', at: arrivedAt } as const
    if (!(await noteArrival(tx, press))) return { data: asMeant, record: null }
    const { userId, enterpriseIds, undoes } = input
    const undone = await undoAtDesk(tx, { activityId: subject.id, userId, enterpriseIds, at, undoes })
    const changes: Changes = { attendances: [undone, []], undoneAt: [null, at] }
    return { data: asMeant, record: undone.length > 0 ? facts(subject, await nameOf(tx, userId), changes) : null }
  },
  refresh,
})
