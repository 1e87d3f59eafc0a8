import type { Activity, VisitSlot } from '@/lib/core/prisma/client'

export const seatsMax = 200
export const seatsPerBookingMax = 20
export const topicLengthMax = 120
export const reasonLengthMax = 200

export const seatsLeft = ({ seats, seatsTaken }: Pick<VisitSlot, 'seats' | 'seatsTaken'>): number =>
  Math.max(0, seats - seatsTaken)

/** A slot is booked and given back until it begins. */
export const isBookable = (slot: Pick<VisitSlot, 'startsAt' | 'withdrawnAt'>, at: Date): boolean =>
  slot.withdrawnAt === null && slot.startsAt > at

/** Members offer while the exchange visit (notice 三(五)) is published and not over. */
export const takesSlots = (activity: Pick<Activity, 'kind' | 'state' | 'endsAt'>, at: Date): boolean =>
  activity.kind === 'EXCHANGE_VISIT' && activity.state === 'PUBLISHED' && activity.endsAt > at

type Times = { startsAt: Date; endsAt: Date }

/** A slot lies within the days of its activity. */
export const liesWithin = (slot: Times, activity: Times): boolean =>
  slot.startsAt >= activity.startsAt && slot.endsAt <= activity.endsAt
