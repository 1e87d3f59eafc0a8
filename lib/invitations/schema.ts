import { z } from 'zod'
import { leaveReasonLengthMax } from '@/lib/registrations/rules'

const standing = { token: z.string().max(200), enterpriseId: z.uuid('REQUIRED') }

const reason = z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(leaveReasonLengthMax, 'TOO_LONG')

/** One of three answers, by the link that the notice carries, for one enterprise. */
export const answerInput = z.discriminatedUnion('answer', [
  z.strictObject({ ...standing, answer: z.literal('ATTEND') }),
  z.strictObject({ ...standing, answer: z.literal('SEND'), userId: z.uuid('REQUIRED') }),
  z.strictObject({ ...standing, answer: z.literal('LEAVE'), reason }),
])

export type AnswerInput = z.output<typeof answerInput>

export const revokeInvitationInput = z.strictObject({ id: z.uuid() })
export const restoreInvitationInput = z.strictObject({ id: z.uuid() })
export const urgeInvitationInput = z.strictObject({ id: z.uuid() })
export const urgeUnansweredInput = z.strictObject({ activityId: z.uuid() })
