import { z } from 'zod'
import { allianceYearRange, targetMax } from '@/lib/alliances/schema'
import { copyReasonMax } from './rules'

const year = z.int().min(allianceYearRange.from).max(allianceYearRange.to)

/** `fingerprint` is that of the preview that was looked at; `take` names its ticked lines. */
export const copyYearInput = z
  .strictObject({
    from: year,
    to: year,
    fingerprint: z.string().length(64),
    take: z.array(z.string().max(60)).max(2_000),
    withSteps: z.boolean(),
    reason: z.string().trim().max(copyReasonMax),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'TOO_SMALL' })

export const undoYearCopyInput = z.strictObject({ copyId: z.uuid() })

/** What a copy made, as it is kept. */
export const madeByCopy = z.strictObject({
  years: z.array(z.strictObject({ id: z.uuid(), allianceId: z.uuid() })),
  topics: z.array(z.strictObject({ id: z.uuid(), allianceId: z.uuid() })),
  leads: z.array(z.strictObject({ membershipId: z.uuid(), beforeId: z.uuid(), allianceId: z.uuid() })),
  insurers: z.array(z.strictObject({ appointmentId: z.uuid(), allianceId: z.uuid() })),
})

/** The lines of the desk that were changed, each with the version that it was drawn from. */
export const configureAllYearsInput = z.strictObject({
  year,
  rows: z
    .array(
      z.strictObject({
        allianceYearId: z.uuid(),
        version: z.int().positive(),
        meetingTarget: z.int().min(0).max(targetMax).nullable(),
        trainingMinimum: z.int().min(1).max(targetMax),
      }),
    )
    .max(20),
})

export const startAllYearsInput = z.strictObject({ year })

export type CopyYearInput = z.output<typeof copyYearInput>
export type MadeByCopy = z.output<typeof madeByCopy>
export type ConfigureAllYearsInput = z.output<typeof configureAllYearsInput>
