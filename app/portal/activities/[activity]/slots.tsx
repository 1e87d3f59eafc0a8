import { SlotList } from '@/components/slots/slot-list'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { isInvited } from '@/lib/audiences/queries'
import { now } from '@/lib/core/now'
import { canBookSlot, canCancelBooking, canOfferSlot, canWithdrawSlot } from '@/lib/slots/policy'
import { listSlots } from '@/lib/slots/queries'
import { isBookable, seatsLeft, takesSlots } from '@/lib/slots/rules'

/** What members offer for an exchange visit, with what the reader may do about each. */
export async function Slots({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (activity.kind !== 'EXCHANGE_VISIT' || activity.state === 'DRAFT') return null
  const { hat } = actor
  const at = now()
  const isOpen = takesSlots(activity, at)
  const [rows, isMember] = await Promise.all([
    listSlots(actor, activity.id),
    hat.kind === 'ENTERPRISE' && isInvited(actor, activity.id, hat.enterpriseId),
  ])
  const slots = rows.map((slot) => {
    const isOwnBooked = slot.bookings.some((one) => hat.kind === 'ENTERPRISE' && one.enterpriseId === hat.enterpriseId)
    const isStill = isOpen && isBookable(slot, at)
    const cancellable = slot.bookings.filter(
      (booking) => isStill && canCancelBooking(actor, { ...booking, slot: { activity } }),
    )
    return {
      ...slot,
      mayBook: isStill && isMember && !isOwnBooked && seatsLeft(slot) > 0 && canBookSlot(actor, slot),
      mayWithdraw: isStill && canWithdrawSlot(actor, { ...slot, activity }),
      mayCancel: (id: string) => cancellable.some((booking) => booking.id === id),
    }
  })
  const mayOffer = isOpen && isMember && canOfferSlot(actor)
  return <SlotList activityId={activity.id} slots={slots} offer={mayOffer ? { place: '' } : null} />
}
