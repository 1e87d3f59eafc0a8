import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import { db } from '@/lib/core/db'
import { moveUpWaiting } from '@/lib/places/mutations'
import { askLeave, registerPeople, withdraw } from '@/lib/registrations/actions'
import { makeActivity, makePeople } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

const seats = 20
const askers = 600
const hallSeats = 500

let world: World
let principal: Actor
let people: string[]

beforeAll(async () => {
  world = await buildWorld()
  principal = await world.actor('principal')
  people = await makePeople(world.enterprises.member, askers)
})

const stateOf = async (activityId: string) => {
  const rows = await db.registration.findMany({
    where: { activityId },
    select: { id: true, state: true, queuedAt: true, userId: true },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
  })
  const { placesTaken } = await db.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { placesTaken: true },
  })
  const placed = rows.filter((row) => row.state === 'PLACED')
  const waiting = rows.filter((row) => row.state === 'WAITING')
  return { rows, placesTaken, placed, waiting }
}

/** As a person would: told that others are being served at this moment, they press again. */
async function ask(activityId: string, userId: string): Promise<Awaited<ReturnType<typeof askOnce>>> {
  const answer = await askOnce(activityId, userId)
  return !answer.result.ok && answer.result.code === 'BUSY' ? ask(activityId, userId) : answer
}

const askOnce = (activityId: string, userId: string) =>
  perform(registerPeople.definition, principal, {
    activityId,
    enterpriseId: world.enterprises.member,
    userIds: [userId],
    unnamedPlaces: 0,
  })

/** Everybody, so many at a time: ten times as many as the portal serves at once, and not so many that it only says no. */
async function askSideBySide(activityId: string, userIds: string[]) {
  const waiting = [...userIds]
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  const one = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      answers.push(await ask(activityId, next))
  }
  await Promise.all(Array.from({ length: 100 }, one))
  return answers
}

describe('a place is never sold twice', () => {
  let activityId: string
  beforeEach(async () => {
    activityId = await makeActivity(world, { capacity: seats })
  })

  it('600 ask for 500 places as fast as they are served: 500 get one, 100 wait in line, nobody is lost or there twice', async () => {
    await db.activity.update({ where: { id: activityId }, data: { capacity: hallSeats } })
    const answers = await askSideBySide(activityId, people)
    expect(answers.filter(({ result }) => !result.ok)).toEqual([])
    const { rows, placed, waiting, placesTaken } = await stateOf(activityId)
    expect([placed.length, waiting.length, placesTaken]).toEqual([hallSeats, askers - hallSeats, hallSeats])
    expect(new Set(rows.map((row) => row.userId)).size).toBe(askers)
    const told = answers.map(({ result }) => (result.ok ? result.data.placed : 0)).reduce((sum, n) => sum + n, 0)
    expect(told).toBe(hallSeats)

    await db.activity.update({ where: { id: activityId }, data: { capacity: hallSeats + 30 } })
    const moved = await db.$transaction((tx) => moveUpWaiting(tx, activityId, worldNow))
    expect(moved.toSorted()).toEqual(
      waiting
        .slice(0, 30)
        .map((row) => row.id)
        .toSorted(),
    )
  })

  it('the same person pressing 50 times in the same instant holds one place', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(activityId, people[0] ?? '')))
    expect(answers.filter(({ result }) => !result.ok)).toEqual([])
    const { rows, placesTaken } = await stateOf(activityId)
    expect([rows.length, placesTaken]).toEqual([1, 1])
  })

  it('places without a name are taken once, however often they are asked for', async () => {
    const wish = { activityId, enterpriseId: world.enterprises.member, userIds: [], unnamedPlaces: 3 }
    await Promise.all(Array.from({ length: 20 }, () => perform(registerPeople.definition, principal, wish)))
    expect((await stateOf(activityId)).placesTaken).toBe(3)
  })

  it('while half of them leave, the longest waiting move up, and the count is right at the end', async () => {
    await Promise.all(people.slice(0, 60).map((userId) => ask(activityId, userId)))
    const before = await stateOf(activityId)
    const leaving = before.placed.slice(0, 10)
    const answers = await Promise.all([
      ...leaving.map((row, index) =>
        index % 2 === 0
          ? perform(withdraw.definition, principal, { id: row.id })
          : perform(askLeave.definition, principal, { id: row.id, reason: '临时有事' }),
      ),
      ...people.slice(60, 80).map((userId) => ask(activityId, userId)),
    ])
    expect(answers.filter(({ result }) => !result.ok)).toEqual([])
    const after = await stateOf(activityId)
    expect([after.placed.length, after.placesTaken]).toEqual([seats, seats])
    const moved = before.waiting.slice(0, 10).map((row) => row.id)
    expect(after.placed.map((row) => row.id)).toEqual(expect.arrayContaining(moved))
    const told = await db.notification.findMany({ where: { kind: 'PLACE_GIVEN' }, select: { userId: true } })
    const movedPeople = before.waiting.slice(0, 10).map((row) => row.userId)
    expect(told.map((row) => row.userId)).toEqual(expect.arrayContaining(movedPeople))
  })
})

describe('the same race against a sabotaged twin', () => {
  /** What a place would be sold by without the lock and the rule in the write: look, then take. */
  const sell = (activityId: string) =>
    db.$transaction(async (tx) => {
      const { capacity, placesTaken } = await tx.activity.findUniqueOrThrow({
        where: { id: activityId },
        select: { capacity: true, placesTaken: true },
      })
      if (capacity !== null && placesTaken >= capacity) return false
      await tx.$executeRaw`SELECT pg_sleep(0.002)`
      await tx.activity.update({ where: { id: activityId }, data: { placesTaken: { increment: 1 } } })
      return true
    })

  const sold = async (activityId: string) =>
    (await Promise.all(Array.from({ length: 100 }, () => sell(activityId).catch(() => false)))).filter(Boolean).length

  it('sells too many, so that the test above would have seen it', async () => {
    await db.$executeRaw`ALTER TABLE activities DROP CONSTRAINT activities_never_oversold`
    expect(await sold(await makeActivity(world, { capacity: seats }))).toBeGreaterThan(seats)
  })

  it('is stopped by the constraint of the table, the last door', async () => {
    await db.$executeRaw`UPDATE activities SET places_taken = capacity WHERE places_taken > capacity`
    await db.$executeRaw`ALTER TABLE activities ADD CONSTRAINT activities_never_oversold
      CHECK (places_taken >= 0 AND (capacity IS NULL OR places_taken <= capacity))`
    expect(await sold(await makeActivity(world, { capacity: seats }))).toBe(seats)
  })
})
