import type { ActivitySubject } from '@/lib/activities/queries'
import type { Tx } from '@/lib/core/db'
import { dayOf } from '@/lib/core/clock'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import type { NotificationKind } from '@/lib/notifications/rules'
import { membershipsConcerned } from '@/lib/places/policy'
import type { BookingSubject, SlotSubject } from './queries'
import { isBookable, liesWithin, takesSlots } from './rules'
import type { OfferSlotInput } from './schema'

type By = { enterpriseId: string; userId: string; at: Date }

async function refuseStranger(
  tx: Tx,
  activity: Pick<ActivitySubject, 'id' | 'startsAt'>,
  enterpriseId: string,
): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { AND: [{ enterpriseId }, membershipsConcerned(activity)] },
    select: { id: true },
  })
  refuseUnless(membership !== null, 'ENTERPRISE_NOT_CONCERNED')
}

/** Offers to receive others. Only a member of the activity's alliances, within its days, while it is published. */
export async function offerSlot(
  tx: Tx,
  { activity, input, by }: { activity: ActivitySubject; input: OfferSlotInput; by: By },
): Promise<string> {
  refuseUnless(takesSlots(activity, by.at), 'ACTIVITY_TAKES_NO_SLOTS')
  await refuseStranger(tx, activity, by.enterpriseId)
  if (!liesWithin(input, activity)) throw new Refusal('SLOT_OUTSIDE_ACTIVITY', { startsAt: 'SLOT_OUTSIDE_ACTIVITY' })
  if (input.startsAt <= by.at) throw new Refusal('SLOT_BEGUN', { startsAt: 'IN_THE_PAST' })
  const { id } = await tx.visitSlot.create({
    data: { ...input, hostEnterpriseId: by.enterpriseId, offeredById: by.userId, createdAt: by.at },
    select: { id: true },
  })
  return id
}

/** Takes an offer back and tells those who had booked. False: it was taken back already. */
export async function withdrawSlot(
  tx: Tx,
  { slot, reason, at }: { slot: SlotSubject; reason: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.visitSlot.updateMany({
    where: { id: slot.id, withdrawnAt: null, startsAt: { gt: at } },
    data: { withdrawnAt: at },
  })
  if (count === 0) {
    refuseUnless(slot.withdrawnAt !== null, 'SLOT_BEGUN')
    return false
  }
  const guests = Prisma.sql`SELECT b.enterprise_id FROM slot_bookings b WHERE b.slot_id = ${slot.id}::uuid`
  await tellFirms(tx, { slot, kind: 'SLOT_WITHDRAWN', firms: guests, enterprise: slot.hostEnterprise.name, reason, at })
  return true
}

/**
 * Takes seats of another member's slot, once for an enterprise: the seats are counted by a guarded write, so that of two
 * who want the last one, one gets it. False: it had booked already, and nothing changes.
 */
export async function bookSlot(
  tx: Tx,
  { slot, seats, by, name }: { slot: SlotSubject; seats: number; by: By; name: string },
): Promise<boolean> {
  refuseUnless(slot.activity.state === 'PUBLISHED' && isBookable(slot, by.at), 'SLOT_NOT_BOOKABLE')
  await refuseStranger(tx, slot.activity, by.enterpriseId)
  const { enterpriseId, userId: bookedById, at } = by
  const { count } = await tx.slotBooking.createMany({
    data: { slotId: slot.id, enterpriseId, seats, bookedById, createdAt: at },
    skipDuplicates: true,
  })
  if (count === 0) return false
  const taken = await tx.$executeRaw`UPDATE visit_slots SET seats_taken = seats_taken + ${seats}
    WHERE id = ${slot.id}::uuid AND withdrawn_at IS NULL AND starts_at > ${at} AND seats_taken + ${seats} <= seats`
  if (taken !== 1) throw new Refusal('SLOT_FULL', { seats: 'SLOT_FULL' })
  await tellHost(tx, { slot, kind: 'SLOT_BOOKED', enterprise: name, at })
  return true
}

/** Gives the seats back, until the slot begins. False: they were given back already. */
export async function cancelBooking(tx: Tx, { booking, at }: { booking: BookingSubject; at: Date }): Promise<boolean> {
  const { slot } = booking
  refuseUnless(isBookable(slot, at), 'SLOT_NOT_BOOKABLE')
  const { count } = await tx.slotBooking.deleteMany({ where: { id: booking.id } })
  if (count === 0) return false
  const freed = await tx.$executeRaw`UPDATE visit_slots SET seats_taken = seats_taken - ${booking.seats}
    WHERE id = ${slot.id}::uuid AND seats_taken >= ${booking.seats}`
  refuseUnless(freed === 1, 'BUSY')
  await tellHost(tx, { slot, kind: 'BOOKING_CANCELLED', enterprise: booking.enterprise.name, at })
  return true
}

type Told = { slot: SlotSubject; kind: NotificationKind; enterprise: string; reason?: string; at: Date }

const tellHost = (tx: Tx, told: Told): Promise<number> =>
  tellFirms(tx, { ...told, firms: Prisma.sql`SELECT ${told.slot.hostEnterpriseId}::uuid` })

/** Whoever holds a mandate of the firms today. */
function tellFirms(tx: Tx, { slot, kind, enterprise, reason = '', at, firms }: Told & { firms: Prisma.Sql }) {
  const { topic, startsAt, endsAt, place, activity } = slot
  const today = dayOf(at)
  return notify(tx, {
    kind,
    params: { title: topic, enterprise, reason, place, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    href: `/portal/activities/${activity.id}`,
    at,
    before: startsAt,
    to: Prisma.sql`SELECT m.user_id FROM mandates m WHERE m.enterprise_id IN (${firms})
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)`,
  })
}
