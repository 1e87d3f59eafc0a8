import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { ActivityKind, DateAnswer } from '@/lib/core/prisma/enums'
import { pollNoteLengthMax, pollTitleLengthMax, proposedRange, reasonLengthMax } from './rules'

const day = z.string('REQUIRED').refine(isDay, 'NOT_A_DAY')
const time = z.string('REQUIRED').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'NOT_A_TIME')

const proposed = z
  .strictObject({ day, from: time, to: time })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'NOT_AFTER_START' })

type Proposed = z.output<typeof proposed>

const startOf = ({ day: on, from }: Proposed): string => `${on}T${from}`

/** No date twice, and none before the answers are in. */
function checkDates({ dates, closesOn }: { dates: Proposed[]; closesOn: string }, context: z.RefinementCtx): void {
  const complain = (index: number, message: string) =>
    context.addIssue({ code: 'custom', path: ['dates', index, 'day'], message, input: dates[index]?.day })
  dates.forEach((date, index) => {
    if (dates.findIndex((other) => startOf(other) === startOf(date)) < index) complain(index, 'PROPOSED_TWICE')
    else if (date.day <= closesOn) complain(index, 'BEFORE_POLL_CLOSES')
  })
}

export const openPollInput = z
  .strictObject({
    allianceId: z.uuid(),
    kind: z.enum(ActivityKind, 'NOT_A_CHOICE'),
    title: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(pollTitleLengthMax, 'TOO_LONG'),
    note: z.string().trim().max(pollNoteLengthMax, 'TOO_LONG'),
    place: z.string().trim().max(200, 'TOO_LONG'),
    closesOn: day,
    dates: z.array(proposed).min(proposedRange.from, 'TOO_SHORT').max(proposedRange.to, 'TOO_LONG'),
  })
  .superRefine(checkDates)

/** An answer for each of the poll's dates, by its id. */
export const answerPollInput = z.strictObject({
  pollId: z.uuid(),
  answers: z.record(z.uuid(), z.enum(DateAnswer, 'CHOOSE_ONE')),
})

export const chooseDateInput = z.strictObject({ pollId: z.uuid(), dateId: z.uuid() })

export const cancelPollInput = z.strictObject({
  pollId: z.uuid(),
  reason: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(reasonLengthMax, 'TOO_LONG'),
})

export type OpenPollInput = z.output<typeof openPollInput>
