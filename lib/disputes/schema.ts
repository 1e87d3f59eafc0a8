import { z } from 'zod'
import { disputeReasonLengthMax } from './rules'

const reason = z.string().trim().min(4, 'TOO_SHORT').max(disputeReasonLengthMax, 'TOO_LONG')

export const fileDisputeInput = z.strictObject({
  activityId: z.uuid(),
  /** Who was there and was not credited. */
  userId: z.uuid('NOT_A_CHOICE'),
  reason,
})

export const answerDisputeInput = z.strictObject({
  id: z.uuid(),
  answer: z.enum(['ACCEPTED', 'REJECTED'], 'CHOOSE_ONE'),
  reason,
})
