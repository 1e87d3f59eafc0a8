import { z } from 'zod'
import { fromLocal, isDay } from '@/lib/core/clock'
import { AttendanceVerdict } from '@/lib/core/prisma/enums'
import { spotMinutesMax } from './rules'

export const reasonLengthMax = 200
export const enterprisesMax = 500

/** At the door two signs suffice for a name; one would show half the hall. */
export const doorSearchLengthMin = 2
export const doorSearchLengthMax = 60

const reason = z.string().trim().min(4, 'TOO_SHORT').max(reasonLengthMax, 'TOO_LONG')

const isLocal = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) && isDay(text.slice(0, 10))

const instant = z
  .string()
  .min(1, 'REQUIRED')
  .refine((text) => text === '' || isLocal(text), 'NOT_AN_INSTANT')
  .transform(fromLocal)

/** When somebody left, or blank where nobody knows. */
const maybeInstant = z.union([z.literal('').transform(() => null), instant]).prefault('')

/** Which of the enterprises that a person stands for; a blank one is a person who came for nobody. */
const maybeEnterprise = z
  .union([z.literal(''), z.uuid('NOT_A_CHOICE')])
  .transform((enterpriseId) => (enterpriseId === '' ? null : enterpriseId))

export const checkInInput = z.strictObject({
  /** The signed claim of the scan; its activity is the one that is meant. */
  claim: z.string().max(200),
  enterpriseIds: z.array(z.uuid()).max(enterprisesMax),
  device: z.string().max(64).default(''),
})

export const checkInAtDoorInput = z.strictObject({
  activityId: z.uuid(),
  userId: z.uuid(),
  enterpriseIds: z.array(z.uuid()).max(enterprisesMax),
  /** The desk's name for the press: if its answer is lost, the same press comes again as one of `syncCheckIn`. */
  key: z.uuid().optional(),
})

/** A press at a desk that had no connection. Both instants are of the desk's clock; only what lies between them is believed. */
const kept = { key: z.uuid(), pressedAt: z.int(), sentAt: z.int() }

export const syncCheckInInput = z.strictObject({ ...checkInAtDoorInput.shape, ...kept })

/** The same as what it takes back, so that the button knows it before it is pressed. */
export const undoCheckInInput = checkInAtDoorInput

/** `undoes`: the press that is taken back, of which the desk cannot know whether it ever arrived. */
export const syncUndoInput = z.strictObject({ ...undoCheckInInput.shape, ...kept, undoes: z.uuid().optional() })

export const addAttendanceInput = z.strictObject({
  activityId: z.uuid(),
  userId: z.uuid('NOT_A_CHOICE'),
  enterpriseId: maybeEnterprise,
  checkedInAt: instant,
  checkedOutAt: maybeInstant,
  reason,
})

/** `version` is the one that was read: of two who correct the same line the second is told. */
export const correctAttendanceInput = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  enterpriseId: maybeEnterprise,
  checkedInAt: instant,
  checkedOutAt: maybeInstant,
  reason,
})

export const strikeAttendanceInput = z.strictObject({ id: z.uuid(), version: z.int(), reason })

export const checkOutInput = z.strictObject({ claim: z.string().max(200) })

export const answerSpotCheckInput = checkOutInput

export const checkOutAtDoorInput = z.strictObject({
  activityId: z.uuid(),
  userId: z.uuid(),
  key: z.uuid().optional(),
})

export const syncCheckOutInput = z.strictObject({ ...checkOutAtDoorInput.shape, ...kept })

export const startSpotCheckInput = z.strictObject({
  activityId: z.uuid(),
  minutes: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(spotMinutesMax, 'TOO_BIG'),
})

export const setPresenceRuleInput = z.strictObject({
  activityId: z.uuid(),
  checksOut: z.boolean(),
  presenceShareMin: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(100, 'TOO_BIG'),
})

export const judgeAttendanceInput = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  verdict: z.enum(AttendanceVerdict, 'CHOOSE_ONE'),
  reason,
})

export type CheckInInput = z.output<typeof checkInInput>
export type AddAttendanceFields = z.input<typeof addAttendanceInput>
export type AddAttendanceInput = z.output<typeof addAttendanceInput>
export type CorrectAttendanceFields = z.input<typeof correctAttendanceInput>
export type CorrectAttendanceInput = z.output<typeof correctAttendanceInput>
export type StrikeAttendanceFields = z.input<typeof strikeAttendanceInput>
