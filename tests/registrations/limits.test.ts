import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import { limitPlaces } from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registrations/actions'
import { lapseOpenOffers } from '@/lib/registrations/jobs'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePeople } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let principal: Actor
let coordinator: Actor
let people: string[]
beforeAll(async () => {
  world = await buildWorld()
  principal = await world.actor('principal')
  coordinator = await world.actor('coordinator')
  people = await makePeople(world.enterprises.member, 12)
})
beforeEach(() => setClock(worldNow))

type Limits = { perEnterprise?: number | null; offerHours?: number | null; coatings?: number | null }

const limit = async (id: string, { perEnterprise = null, offerHours = null, coatings = null }: Limits) => {
  const { version } = await db.activity.findUniqueOrThrow({ where: { id }, select: { version: true } })
  const alliances = [{ allianceId: world.alliances.coatings, capacity: coatings }]
  return (await perform(limitPlaces.definition, coordinator, { id, version, perEnterprise, offerHours, alliances }))
    .result
}

const register = async (activityId: string, userIds: string[], unnamedPlaces = 0) =>
  (
    await perform(actions.registerPeople.definition, principal, {
      activityId,
      enterpriseId: world.enterprises.member,
      userIds,
      unnamedPlaces,
    })
  ).result

const withdraw = async (id: string) => (await perform(actions.withdraw.definition, principal, { id })).result
const confirm = async (id: string) => (await perform(actions.acceptOffer.definition, principal, { id })).result

const rowsOf = (activityId: string) =>
  db.registration.findMany({
    where: { activityId },
    orderBy: [{ queuedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })

const rowOf = (activityId: string, index: number) =>
  db.registration.findFirstOrThrow({ where: { activityId, userId: people[index] ?? '' } })

const countsOf = async (activityId: string) => {
  const { placesTaken, alliances } = await db.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { placesTaken: true, alliances: { select: { allianceId: true, placesTaken: true } } },
  })
  return {
    all: placesTaken,
    coatings: alliances.find((one) => one.allianceId === world.alliances.coatings)?.placesTaken,
  }
}

describe('what one enterprise may hold', () => {
  it('counts people, places without a name and waits; more is refused and says how many are left', async () => {
    const id = await makeActivity(world, { capacity: 2 })
    expect((await limit(id, { perEnterprise: 3 })).ok).toBe(true)
    expect((await register(id, people.slice(0, 2), 1)).ok).toBe(true)
    expect(await register(id, people.slice(2, 3), 1)).toMatchObject({
      ok: false,
      code: 'ENTERPRISE_PLACES_USED_UP',
      params: { most: 3, left: 0 },
    })
    // Who holds a place already takes none, so that pressing twice is no refusal.
    expect((await register(id, people.slice(0, 2), 1)).ok).toBe(true)
    expect(await rowsOf(id)).toHaveLength(3)
  })

  it('holds when twelve ask at once', async () => {
    const id = await makeActivity(world)
    await limit(id, { perEnterprise: 4 })
    const answers = await Promise.all(people.map((userId) => register(id, [userId])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4)
    expect(await rowsOf(id)).toHaveLength(4)
  })
})

describe('what an alliance may hold', () => {
  it('keeps its members waiting although the activity has places, and moves them up when one is given back', async () => {
    const id = await makeActivity(world, { capacity: 10, alsoFor: [world.alliances.stations] })
    await limit(id, { coatings: 2 })
    await register(id, people.slice(0, 4))
    expect((await rowsOf(id)).filter(({ state }) => state === 'PLACED')).toHaveLength(2)
    expect(await countsOf(id)).toEqual({ all: 2, coatings: 2 })
    const [first] = (await rowsOf(id)).filter(({ state }) => state === 'PLACED')
    await withdraw(first?.id ?? '')
    expect((await rowsOf(id)).filter(({ state }) => state === 'PLACED')).toHaveLength(2)
    expect(await countsOf(id)).toEqual({ all: 2, coatings: 2 })
  })

  it('moves them up when it becomes more, and cannot become less than it has given', async () => {
    const id = await makeActivity(world)
    await limit(id, { coatings: 1 })
    await register(id, people.slice(0, 3))
    expect((await limit(id, { coatings: null })).ok).toBe(true)
    expect(await countsOf(id)).toEqual({ all: 3, coatings: 3 })
    expect(await limit(id, { coatings: 2 })).toMatchObject({
      ok: false,
      code: 'CAPACITY_BELOW_TAKEN',
      fields: { 'alliances.0.capacity': 'BELOW_TAKEN' },
      params: { taken: 3 },
    })
  })

  it('is held by the table too', async () => {
    const id = await makeActivity(world)
    await limit(id, { coatings: 1 })
    await expect(
      db.activityAlliance.updateMany({ where: { activityId: id }, data: { placesTaken: 2 } }),
    ).rejects.toThrow(/activity_alliances_never_oversold/)
  })
})

describe('a place that came free', () => {
  /** The first has the place and gives it back; two wait. */
  async function offered() {
    const id = await makeActivity(world, { capacity: 1 })
    await limit(id, { offerHours: 4 })
    for (const userId of people.slice(0, 3)) await register(id, [userId])
    await withdraw((await rowOf(id, 0)).id)
    return id
  }

  const until = new Date(worldNow.getTime() + 4 * 3_600_000)

  it('is kept for whoever waited longest, who is told until when, and is theirs when they say so', async () => {
    const id = await offered()
    const row = await rowOf(id, 1)
    expect([row.state, row.offeredUntil]).toEqual(['PLACED', until])
    const told = await db.notification.findFirstOrThrow({ where: { kind: 'PLACE_OFFERED', userId: people[1] ?? '' } })
    expect(told.params).toMatchObject({ untilAt: until.toISOString() })
    expect((await confirm(row.id)).ok).toBe(true)
    expect((await confirm(row.id)).ok).toBe(true)
    setClock(new Date(until.getTime() + 60_000))
    await lapseOpenOffers()
    expect((await rowOf(id, 1)).state).toBe('PLACED')
    expect((await rowOf(id, 2)).state).toBe('WAITING')
    expect(await db.auditEvent.count({ where: { subjectId: id, verb: 'registration.accept-offer' } })).toBe(1)
  })

  it('goes to the next one when its time is over, however often the round runs', async () => {
    const id = await offered()
    setClock(until)
    await Promise.all([lapseOpenOffers(), lapseOpenOffers(), lapseOpenOffers()])
    expect([(await rowOf(id, 1)).state, (await rowOf(id, 2)).state]).toEqual(['WITHDRAWN', 'PLACED'])
    expect(await countsOf(id)).toEqual({ all: 1, coatings: 1 })
    expect(
      await db.notification.count({ where: { kind: 'OFFER_LAPSED', userId: people[1] ?? '', href: { endsWith: id } } }),
    ).toBe(1)
    expect(await confirm((await rowOf(id, 1)).id)).toMatchObject({ ok: false, code: 'OFFER_LAPSED' })
  })

  it('that is confirmed in the instant in which it lapses is one or the other', async () => {
    const id = await offered()
    const { id: place } = await rowOf(id, 1)
    setClock(new Date(until.getTime() - 1))
    const confirming = confirm(place)
    setClock(until)
    const [answer] = await Promise.all([confirming, lapseOpenOffers()])
    const row = await rowOf(id, 1)
    expect(row.state).toBe(answer.ok ? 'PLACED' : 'WITHDRAWN')
    expect(row.offeredUntil).toBeNull()
    expect((await countsOf(id)).all).toBe(1)
  })

  it('cannot be confirmed when the round is late', async () => {
    const id = await offered()
    setClock(new Date(until.getTime() + 1))
    expect(await confirm((await rowOf(id, 1)).id)).toMatchObject({ ok: false, code: 'OFFER_LAPSED' })
  })

  it('is taken by saying who comes, and by whoever is there already', async () => {
    const id = await offered()
    const { id: place, userId } = await rowOf(id, 1)
    await db.attendance.create({
      data: {
        activityId: id,
        userId: userId ?? '',
        enterpriseId: world.enterprises.member,
        registrationId: place,
        checkedInAt: inDays(7),
        method: 'DOOR_DESK',
      },
    })
    setClock(until)
    await lapseOpenOffers()
    expect((await rowOf(id, 1)).state).toBe('PLACED')
    const other = await offered()
    const kept = await rowOf(other, 1)
    await perform(actions.swapPerson.definition, principal, { id: kept.id, userId: people[7] ?? '' })
    expect((await db.registration.findUniqueOrThrow({ where: { id: kept.id } })).offeredUntil).toBeNull()
  })
})
