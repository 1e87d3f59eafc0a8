import { z } from 'zod'
import { isDay } from '@/lib/core/clock'

export const noteLengthMax = 2_000
export const reasonLengthMax = 500
export const targetMax = 366

const day = z.string().refine(isDay, 'NOT_A_DAY')
const reason = z.string().trim().min(1).max(reasonLengthMax)

export const allianceYearRange = { from: 2024, to: 2100 }
const year = z.int().min(allianceYearRange.from).max(allianceYearRange.to)

export const openAllianceYearsInput = z.strictObject({ year })

/** `version` is the one that the form was filled from: an edit made meanwhile is shown, not overwritten. */
export const configureAllianceYearInput = z.strictObject({
  allianceYearId: z.uuid(),
  version: z.int().positive(),
  meetingTarget: z.int().min(0).max(targetMax).nullable(),
  trainingMinimum: z.int().min(1).max(targetMax),
  note: z.string().trim().max(noteLengthMax),
})

export const moveAllianceYearInput = z.strictObject({ allianceYearId: z.uuid() })

export const admitMemberInput = z.strictObject({
  allianceId: z.uuid(),
  enterpriseId: z.uuid(),
  joinedOn: day,
  reason,
})

/** `leftOn` is the first day on which it is no longer a member. */
export const releaseMemberInput = z.strictObject({ membershipId: z.uuid(), leftOn: day, reason })

export const reinstateMemberInput = z.strictObject({ membershipId: z.uuid() })

export const transferMemberInput = z.strictObject({
  membershipId: z.uuid(),
  toAllianceId: z.uuid(),
  on: day,
  reason,
})

/** `termEndsOn` is the last day of the term as decided; the lead stays until somebody ends it. */
export const appointLeadInput = z
  .strictObject({
    allianceId: z.uuid(),
    enterpriseId: z.uuid(),
    startsOn: day,
    termEndsOn: day.nullable(),
    reason,
    /** Who has an interest in a candidate and took no part in deciding. */
    recusal: z.string().trim().max(reasonLengthMax).default(''),
  })
  .refine(({ startsOn, termEndsOn }) => termEndsOn === null || termEndsOn >= startsOn, {
    path: ['termEndsOn'],
    message: 'ENDS_BEFORE_START',
  })

export const endLeadInput = z.strictObject({ membershipId: z.uuid(), endsOn: day, reason })

const people = { coordinatorId: z.uuid(), deputyId: z.uuid().nullable() }
const twoPeople = { path: ['deputyId'], message: 'SAME_PERSON' }
const areTwo = (named: { coordinatorId: string; deputyId: string | null }) => named.coordinatorId !== named.deputyId

/** `lastDay` is the last day of the standing, as contracts say it; stored half open. */
export const appointInsurerInput = z
  .strictObject({
    allianceId: z.uuid(),
    insurerId: z.uuid(),
    ...people,
    startsOn: day,
    lastDay: day.nullable(),
    reason: z.string().trim().max(reasonLengthMax),
  })
  .refine(areTwo, twoPeople)
  .refine(({ startsOn, lastDay }) => lastDay === null || lastDay >= startsOn, {
    path: ['lastDay'],
    message: 'ENDS_BEFORE_START',
  })

/** The same insurer goes on with other people from a day on. */
export const handOverCoordinationInput = z
  .strictObject({ appointmentId: z.uuid(), ...people, startsOn: day, reason })
  .refine(areTwo, twoPeople)

export const endInsurerAppointmentInput = z.strictObject({ appointmentId: z.uuid(), lastDay: day, reason })

export type ConfigureAllianceYearInput = z.output<typeof configureAllianceYearInput>
export type AdmitMemberInput = z.output<typeof admitMemberInput>
export type AppointLeadInput = z.output<typeof appointLeadInput>
export type AppointInsurerInput = z.output<typeof appointInsurerInput>
export type HandOverCoordinationInput = z.output<typeof handOverCoordinationInput>
