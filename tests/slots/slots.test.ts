import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { bookSlot, cancelBooking, offerSlot, withdrawSlot } from '@/lib/slots/actions'
import { listSlots } from '@/lib/slots/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePeople } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeSlot, makeVisit } from './visit'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const slotOf = (id: string) => db.visitSlot.findUniqueOrThrow({ where: { id }, include: { bookings: true } })

const told = async (activityId: string, kind: string) =>
  (await db.notification.findMany({ where: { href: `/portal/activities/${activityId}`, kind } }))
    .map(({ userId }) => userId)
    .sort()

const people = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

describe('offering', () => {
  const wish = { topic: '雷电防护', place: '', seats: 10 }
  const within = { startsAt: '2026-12-02T09:00', endsAt: '2026-12-02T11:00' }

  it('is of the enterprise whose hat is worn, and of nothing that a form says', async () => {
    const activityId = await makeVisit(world)
    const offered = await act(world, 'principal', offerSlot, { activityId, ...wish, ...within })
    expect(await slotOf(offered.ok ? offered.data.id : '')).toMatchObject({
      hostEnterpriseId: world.enterprises.member,
      seatsTaken: 0,
    })
  })

  it('stays within a published exchange visit, and is not of an alliance that it is not open to', async () => {
    const activityId = await makeVisit(world)
    const meeting = await makeActivity(world)
    const offer = (input: object) => act(world, 'principal', offerSlot, { activityId, ...wish, ...within, ...input })
    expect(await offer({ startsAt: '2026-12-20T09:00', endsAt: '2026-12-20T11:00' })).toMatchObject({
      code: 'SLOT_OUTSIDE_ACTIVITY',
      fields: { startsAt: 'SLOT_OUTSIDE_ACTIVITY' },
    })
    expect(await offer({ endsAt: '2026-12-02T08:00' })).toMatchObject({ fields: { endsAt: 'NOT_AFTER_START' } })
    expect(await offer({ activityId: meeting })).toMatchObject({ code: 'ACTIVITY_TAKES_NO_SLOTS' })
    setClock(inDays(8.5))
    expect(await offer({ startsAt: '2026-12-02T09:00', endsAt: '2026-12-02T11:00' })).toMatchObject({
      code: 'SLOT_BEGUN',
    })
  })
})

describe('booking', () => {
  it('gives the last seat to one of two, and an enterprise that presses ten times one booking', async () => {
    const { id } = await makeSlot(world, { host: 'member', seats: 1 })
    const both = await Promise.all(
      (['lead', 'neighbour'] as const).map((name) => act(world, name, bookSlot, { id, seats: 1 })),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['SLOT_FULL', 'ok'])
    expect(await slotOf(id)).toMatchObject({ seatsTaken: 1, bookings: [{}] })

    const wide = await makeSlot(world, { host: 'member', seats: 50 })
    const pressed = Array.from({ length: 10 }, () => act(world, 'lead', bookSlot, { id: wide.id, seats: 2 }))
    expect((await Promise.all(pressed)).every(({ ok }) => ok)).toBe(true)
    expect(await slotOf(wide.id)).toMatchObject({ seatsTaken: 2, bookings: [{ seats: 2 }] })
    expect(await told(wide.activityId, 'SLOT_BOOKED')).toEqual(people('principal', 'designated'))
  })

  it('would give one seat twice to two who count first: the sabotaged twin', async () => {
    const { id } = await makeSlot(world, { host: 'member', seats: 2, guest: 'lead' })
    const look = async () => (await slotOf(id)).seatsTaken < 2
    const saw = await Promise.all([look(), look()])
    expect(saw).toEqual([true, true])
    const write = () => db.visitSlot.update({ where: { id }, data: { seatsTaken: { increment: 1 } } })
    // What holds even then is the table's own check.
    const written = await Promise.allSettled([write(), write()])
    expect(written.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })

  it('is given back once, and the host hears of it; not once the slot has begun', async () => {
    const { id, activityId, bookingId } = await makeSlot(world, { host: 'member', guest: 'lead' })
    const both = await Promise.all([1, 2].map(() => act(world, 'lead', cancelBooking, { id: bookingId })))
    expect(both.some(({ ok }) => ok)).toBe(true)
    expect(await slotOf(id)).toMatchObject({ seatsTaken: 0, bookings: [] })
    expect(await told(activityId, 'BOOKING_CANCELLED')).toEqual(people('principal', 'designated'))
    const begun = await makeSlot(world, { host: 'member', guest: 'lead' })
    setClock(inDays(8.01))
    expect(await act(world, 'lead', cancelBooking, { id: begun.bookingId })).toMatchObject({
      code: 'SLOT_NOT_BOOKABLE',
    })
    expect(await act(world, 'neighbour', bookSlot, { id: begun.id, seats: 1 })).toMatchObject({
      code: 'SLOT_NOT_BOOKABLE',
    })
  })
})

describe('a slot that is taken back', () => {
  it('tells its guests why, once, is offered no more, and is booked by nobody', async () => {
    const { id, activityId } = await makeSlot(world, { host: 'lead', guest: 'member' })
    for (const _ of [1, 2]) expect((await act(world, 'lead', withdrawSlot, { id, reason: '装置检修' })).ok).toBe(true)
    expect(await told(activityId, 'SLOT_WITHDRAWN')).toEqual(people('principal', 'designated'))
    expect(await act(world, 'neighbour', bookSlot, { id, seats: 1 })).toMatchObject({ code: 'SLOT_NOT_BOOKABLE' })
    expect(await listSlots(await world.actor('coordinator'), activityId)).toEqual([])
  })
})

describe('who is known to come', () => {
  it('are the guest’s own, the host’s all, and for whoever runs it all; others read numbers', async () => {
    const { activityId } = await makeSlot(world, { host: 'neighbour', guest: 'member' })
    await makePeople(world.enterprises.neighbour, 1)
    const guests = async (name: ActorName) =>
      (await listSlots(await world.actor(name), activityId)).flatMap(({ bookings }) => bookings).length
    const names = ['principal', 'neighbour', 'coordinator', 'officer', 'jinshan', 'lead', 'fengxian'] as const
    expect(await Promise.all(names.map(guests))).toEqual([1, 1, 1, 1, 1, 0, 0])
  })
})
