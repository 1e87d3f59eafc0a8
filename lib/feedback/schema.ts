import { z } from 'zod'
import { remarkLengthMax } from './rules'

const score = z.int('CHOOSE_ONE').min(1, 'CHOOSE_ONE').max(5, 'CHOOSE_ONE')

export const giveFeedbackInput = z.strictObject({
  activityId: z.uuid(),
  content: score,
  organization: score,
  gain: score,
  remark: z.string().trim().max(remarkLengthMax, 'TOO_LONG'),
})

export type FeedbackFields = Omit<z.output<typeof giveFeedbackInput>, 'activityId'>
