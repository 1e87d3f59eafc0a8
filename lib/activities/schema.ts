import { z } from 'zod'
import { fromLocal, isDay } from '@/lib/core/clock'
import { ActivityFileKind, ActivityKind, ActivityMode } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import { agendaLinesMax, descriptionLengthMax, minutesLengthMax, offerHoursMax, titleLengthMax } from './rules'

export const capacityMax = 100_000

export const durationDaysMax = 31

const isLocal = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text) && isDay(text.slice(0, 10))

/** A `datetime-local` value, read as Beijing time. */
export const instant = z
  .string('REQUIRED')
  .refine(isLocal, { error: 'NOT_AN_INSTANT', abort: true })
  .transform(fromLocal)

export const capacityField = z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(capacityMax, 'TOO_BIG')

const url = z
  .string()
  .trim()
  .max(500, 'TOO_LONG')
  .refine((text) => text === '' || (URL.canParse(text) && new URL(text).protocol === 'https:'), 'NOT_A_URL')

const agendaLine = z.strictObject({
  /** `HH:MM` on the day on which the activity starts, or blank. */
  time: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'NOT_A_TIME'),
  title: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
  speaker: z.string().trim().max(60, 'TOO_LONG'),
})

export const agendaField = z.array(agendaLine).max(agendaLinesMax, 'TOO_LONG')

const time = { startsAt: instant, endsAt: instant, registrationClosesAt: instant.nullable() }

export const where = {
  mode: z.enum(ActivityMode),
  place: z.string().trim().max(200, 'TOO_LONG'),
  onlineUrl: url,
}

export const details = {
  kind: z.enum(ActivityKind),
  title: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(titleLengthMax, 'TOO_LONG'),
  description: z.string().trim().max(descriptionLengthMax, 'TOO_LONG'),
  /** Places in all; null: no limit. */
  capacity: capacityField.nullable(),
  registrationOpensAt: instant.nullable(),
  /** Alliances that it is open to beside the host. */
  allianceIds: z.array(z.uuid()).max(9),
  agenda: agendaField,
}

type Times = {
  startsAt: Date
  endsAt: Date
  registrationOpensAt?: Date | null
  registrationClosesAt: Date | null
}

/** What must hold between the instants of an activity. */
export function checkTimes(input: Times, context: z.RefinementCtx): void {
  const complain = (field: keyof Times, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message, input: input[field] })
  const { startsAt, endsAt, registrationOpensAt: opensAt, registrationClosesAt: closesAt } = input
  if (endsAt <= startsAt) complain('endsAt', 'NOT_AFTER_START')
  else if (endsAt.getTime() - startsAt.getTime() > durationDaysMax * 86_400_000) complain('endsAt', 'LASTS_TOO_LONG')
  if (closesAt && closesAt > endsAt) complain('registrationClosesAt', 'CLOSES_AFTER_END')
  if (opensAt && opensAt >= (closesAt ?? startsAt)) complain('registrationOpensAt', 'OPENS_AFTER_CLOSE')
}

export const scheduleActivityInput = z
  .strictObject({ hostAllianceId: z.uuid('NOT_A_CHOICE'), ...details, ...time, ...where })
  .superRefine(checkTimes)

/** `version` is the one that was read: who saves second sees what the first one wrote. */
export const editActivityInput = z
  .strictObject({ id: z.uuid(), version: z.int(), ...details, ...time, ...where })
  .superRefine(checkTimes)

export const postponeActivityInput = z
  .strictObject({ id: z.uuid(), version: z.int(), ...time, ...where })
  .superRefine(checkTimes)

/** `null` is no limit; without hours a place that came free is given at once. */
export const limitPlacesInput = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  perEnterprise: capacityField.nullable(),
  offerHours: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(offerHoursMax, 'TOO_BIG').nullable(),
  alliances: z.array(z.strictObject({ allianceId: z.uuid(), capacity: capacityField.nullable() })).max(9),
})

export const activityInput = z.strictObject({ id: z.uuid() })

/** `version` is the one that was looked through before it was published; without it, the one that is there. */
export const publishActivityInput = z.strictObject({ id: z.uuid(), version: z.int().optional() })

export const cancelActivityInput = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(300, 'TOO_LONG'),
})

export const copyActivityInput = z.strictObject({ id: z.uuid(), startsAt: instant })

export const writeMinutesInput = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  minutes: z.string().trim().max(minutesLengthMax, 'TOO_LONG'),
})

export const activityFileInput = z.strictObject({ id: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see upload-actions). */
export const addActivityFileInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ActivityFileKind),
  file: receivedFile,
})

export type ScheduleActivityFields = z.input<typeof scheduleActivityInput>
export type ScheduleActivityInput = z.output<typeof scheduleActivityInput>
export type EditActivityFields = z.input<typeof editActivityInput>
export type EditActivityInput = z.output<typeof editActivityInput>
export type LimitPlacesInput = z.output<typeof limitPlacesInput>
export type PostponeActivityFields = z.input<typeof postponeActivityInput>
export type PostponeActivityInput = z.output<typeof postponeActivityInput>
export type AgendaLine = z.output<typeof agendaLine>
