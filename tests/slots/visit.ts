import { db } from '@/lib/core/db'
import { inDays, makeActivity } from '../support/stage'
import { worldNow, type World } from '../support/world'

/** An exchange visit of the coatings alliance, from in a week on for five days. */
export const makeVisit = (world: World): Promise<string> =>
  makeActivity(world, { kind: 'EXCHANGE_VISIT', startsAt: inDays(7), endsAt: inDays(12) })

type Firm = keyof World['enterprises']
type Wish = { host: Firm; guest?: Firm; seats?: number; startsAt?: Date }

/** A slot of such a visit as it lies in the table, with a booking of one seat where there is a guest. */
export async function makeSlot(world: World, { host, guest, seats = 10, startsAt = inDays(8) }: Wish) {
  const activityId = await makeVisit(world)
  const { id } = await db.visitSlot.create({
    data: {
      activityId,
      hostEnterpriseId: world.enterprises[host],
      topic: '静电接地',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      seats,
      seatsTaken: guest ? 1 : 0,
      offeredById: world.people.officer.userId,
      createdAt: worldNow,
    },
    select: { id: true },
  })
  if (!guest) return { id, activityId, bookingId: '' }
  const booking = await db.slotBooking.create({
    data: {
      slotId: id,
      enterpriseId: world.enterprises[guest],
      seats: 1,
      bookedById: world.people.officer.userId,
      createdAt: worldNow,
    },
    select: { id: true },
  })
  return { id, activityId, bookingId: booking.id }
}
