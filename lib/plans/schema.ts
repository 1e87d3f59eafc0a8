import { z } from 'zod'
import { allianceYearRange } from '@/lib/alliances/schema'
import { ActivityKind, ActivityMode } from '@/lib/core/prisma/enums'
import { datesMax, nthMax, seriesTitleLengthMax } from './rules'

const time = z.string('REQUIRED').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'NOT_A_TIME')

/** A number as an address or a choice holds it. */
const within = (min: number, max: number) =>
  z.coerce.number('NOT_A_NUMBER').int('NOT_AN_INTEGER').min(min, 'TOO_SMALL').max(max, 'TOO_BIG')

/** What a series is made of; the same from the address of its preview and from the press. */
export const seriesFields = z
  .strictObject({
    kind: z.enum(ActivityKind, 'NOT_A_CHOICE'),
    title: z.string('REQUIRED').trim().min(2, 'TOO_SHORT').max(seriesTitleLengthMax, 'TOO_LONG'),
    mode: z.enum(ActivityMode, 'NOT_A_CHOICE'),
    place: z.string().trim().max(200, 'TOO_LONG').default(''),
    startTime: time,
    endTime: time,
    firstMonth: within(1, 12),
    every: within(1, 3),
    count: within(1, 12),
    on: z.enum(['WEEKDAY', 'DAY'], 'NOT_A_CHOICE'),
    nth: within(1, nthMax).default(1),
    weekday: within(1, 5).default(1),
    day: within(1, 31).default(1),
  })
  .refine(({ startTime, endTime }) => endTime > startTime, { path: ['endTime'], message: 'NOT_AFTER_START' })

const year = z.int().min(allianceYearRange.from).max(allianceYearRange.to)

/** `fingerprint` is that of the preview that was looked at; `take` names its ticked lines. */
const press = {
  allianceId: z.uuid(),
  year,
  fingerprint: z.string().length(64),
  take: z.array(z.string().max(200)).max(datesMax, 'TOO_BIG'),
}

export const createSeriesInput = z.strictObject({ ...press, series: seriesFields })
export const copyDatesInput = z.strictObject(press)

export type SeriesFields = z.output<typeof seriesFields>
export type CreateSeriesInput = z.output<typeof createSeriesInput>
export type CopyDatesInput = z.output<typeof copyDatesInput>
