import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { officeText } from '@/lib/users/schema'
import { reasonLengthMax } from './rules'

const day = z.string('REQUIRED').refine(isDay, 'NOT_A_DAY')

/** `lastDay` is the last on which the cover holds. */
export const beginCoverInput = z
  .strictObject({
    appointmentId: z.uuid(),
    deputyId: z.uuid('REQUIRED'),
    startsOn: day,
    lastDay: day,
    reason: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(reasonLengthMax, 'TOO_LONG'),
  })
  .refine(({ startsOn, lastDay }) => lastDay >= startsOn, { message: 'ENDS_BEFORE_START', path: ['lastDay'] })

export const coverInput = z.strictObject({ coverId: z.uuid() })

/** Who leaves which office; `passMandate` gives the successor the same mandate of the enterprise. */
export const leaveOfficeInput = z.strictObject({
  userId: z.uuid(),
  office: officeText,
  successorId: z.uuid().nullable(),
  passMandate: z.boolean(),
})

export type BeginCoverInput = z.output<typeof beginCoverInput>
export type LeaveOfficeInput = z.output<typeof leaveOfficeInput>
