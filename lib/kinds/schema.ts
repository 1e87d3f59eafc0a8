import { z } from 'zod'
import { outcomeLengthMax, questionLengthMax, themeLengthMax } from './rules'

/** `version` is that of the text that was read; null: there was none. */
export const writeDiscussionInput = z.strictObject({
  activityId: z.uuid(),
  version: z.int().positive().nullable(),
  question: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(questionLengthMax, 'TOO_LONG'),
  outcome: z.string().trim().max(outcomeLengthMax, 'TOO_LONG'),
})

export const nameSpeakerInput = z.strictObject({
  activityId: z.uuid(),
  enterpriseId: z.uuid('NOT_A_CHOICE'),
  theme: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(themeLengthMax, 'TOO_LONG'),
  practiceId: z.uuid().nullable(),
})

export const removeSpeakerInput = z.strictObject({ id: z.uuid() })

export type WriteDiscussionInput = z.output<typeof writeDiscussionInput>
export type NameSpeakerInput = z.output<typeof nameSpeakerInput>
