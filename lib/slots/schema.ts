import { z } from 'zod'
import { instant } from '@/lib/activities/schema'
import { reasonLengthMax, seatsMax, seatsPerBookingMax, topicLengthMax } from './rules'

export const offerSlotInput = z
  .strictObject({
    activityId: z.uuid(),
    topic: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(topicLengthMax, 'TOO_LONG'),
    startsAt: instant,
    endsAt: instant,
    place: z.string().trim().max(200, 'TOO_LONG'),
    seats: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(seatsMax, 'TOO_BIG'),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'NOT_AFTER_START' })

export const withdrawSlotInput = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(reasonLengthMax, 'TOO_LONG'),
})

export const bookSlotInput = z.strictObject({
  id: z.uuid(),
  seats: z.int('NOT_AN_INTEGER').min(1, 'TOO_SMALL').max(seatsPerBookingMax, 'TOO_BIG'),
})

export const cancelBookingInput = z.strictObject({ id: z.uuid() })

export type OfferSlotInput = z.output<typeof offerSlotInput>
export type OfferSlotFields = z.input<typeof offerSlotInput>
