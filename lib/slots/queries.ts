import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleBookings, visibleSlots } from './policy'

const offeringSelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

const slotSubjectSelect = {
  id: true,
  topic: true,
  startsAt: true,
  endsAt: true,
  place: true,
  withdrawnAt: true,
  hostEnterpriseId: true,
  hostEnterprise: { select: { name: true } },
  activity: { select: offeringSelect },
} satisfies Prisma.VisitSlotSelect

export type SlotSubject = Prisma.VisitSlotGetPayload<{ select: typeof slotSubjectSelect }>

export const slotSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<SlotSubject | null> =>
  tx.visitSlot.findFirst({
    where: { AND: [{ id }, { activity: visibleActivities(actor) }] },
    select: slotSubjectSelect,
  })

const bookingSubjectSelect = {
  id: true,
  seats: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  slot: { select: slotSubjectSelect },
} satisfies Prisma.SlotBookingSelect

export type BookingSubject = Prisma.SlotBookingGetPayload<{ select: typeof bookingSubjectSelect }>

export const bookingSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<BookingSubject | null> =>
  tx.slotBooking.findFirst({ where: { AND: [{ id }, visibleBookings(actor)] }, select: bookingSubjectSelect })

const slotSelect = (actor: Actor) =>
  ({
    id: true,
    topic: true,
    startsAt: true,
    endsAt: true,
    place: true,
    seats: true,
    seatsTaken: true,
    withdrawnAt: true,
    hostEnterpriseId: true,
    hostEnterprise: { select: { name: true } },
    bookings: {
      where: visibleBookings(actor),
      select: { id: true, seats: true, enterpriseId: true, enterprise: { select: { name: true } } },
      orderBy: { createdAt: 'asc' },
    },
  }) satisfies Prisma.VisitSlotSelect

export type SlotRow = Prisma.VisitSlotGetPayload<{ select: ReturnType<typeof slotSelect> }>

/** What is offered for an exchange visit, soonest first, with those bookings that the actor knows of. */
export const listSlots = (actor: Actor, activityId: string): Promise<SlotRow[]> =>
  db.visitSlot.findMany({
    where: { AND: [{ activityId }, visibleSlots(actor)] },
    select: slotSelect(actor),
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 100,
  })
