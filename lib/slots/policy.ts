import { belongsTo, insures, isMunicipal, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import type { Activity, Prisma, SlotBooking, VisitSlot } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** Whoever sees the activity sees what its members offer. */
export const visibleSlots = (actor: Actor): Prisma.VisitSlotWhereInput => ({
  AND: [{ withdrawnAt: null }, { activity: visibleActivities(actor) }],
})

/** Who comes is known to the host, to the guest, and to whoever runs the activity; not the lead company. */
export function visibleBookings(actor: Actor): Prisma.SlotBookingWhereInput {
  const { hat } = actor
  const seen: Prisma.SlotBookingWhereInput = { slot: visibleSlots(actor) }
  if (hat.kind === 'MUNICIPAL') return seen
  if (hat.kind === 'INSURER')
    return { AND: [seen, { slot: { activity: { hostAllianceId: { in: hat.allianceIds } } } }] }
  if (hat.kind === 'JURISDICTION')
    return { AND: [seen, { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }] }
  const own = hat.kind === 'ENTERPRISE' ? [hat.enterpriseId] : []
  return { AND: [seen, { OR: [{ enterpriseId: { in: own } }, { slot: { hostEnterpriseId: { in: own } } }] }] }
}

const arranges = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId)

/** An enterprise offers for itself; that it is a member on the day is held against the roster. */
export const canOfferSlot = (actor: Actor): boolean => actor.hat.kind === 'ENTERPRISE'

export const canWithdrawSlot = (
  actor: Actor,
  slot: Pick<VisitSlot, 'hostEnterpriseId'> & { activity: HostedActivity },
): boolean => belongsTo(actor, slot.hostEnterpriseId) || arranges(actor, slot.activity)

/** Nobody visits itself. */
export const canBookSlot = (actor: Actor, slot: Pick<VisitSlot, 'hostEnterpriseId'>): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.enterpriseId !== slot.hostEnterpriseId

export const canCancelBooking = (
  actor: Actor,
  booking: Pick<SlotBooking, 'enterpriseId'> & { slot: { activity: HostedActivity } },
): boolean => belongsTo(actor, booking.enterpriseId) || arranges(actor, booking.slot.activity)
