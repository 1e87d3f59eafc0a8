import { beforeAll, describe, expect, it } from 'vitest'
import { getBoard } from '@/lib/attendance/board-queries'
import { db } from '@/lib/core/db'
import { makePlace } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { attend, hallNow, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
  hall = await publishHall(world)
})

const board = async () => getBoard(await world.actor('coordinator'), hall.id)

describe('the board beside the code', () => {
  it('counts each enterprise against its places, and those who came for none apart', async () => {
    const { member, neighbour } = world.enterprises
    expect(await board()).toMatchObject({ here: 0, expected: 0, firms: [], latest: [] })
    await makePlace(world, hall.id, { enterpriseId: member, userId: world.people.designated.userId })
    await makePlace(world, hall.id, { enterpriseId: member })
    await makePlace(world, hall.id, { enterpriseId: neighbour, state: 'WAITING' })
    await attend(hall, { userId: world.people.designated.userId, enterpriseId: member })
    const earlier = await attend(hall, { userId: world.people.neighbour.userId, enterpriseId: neighbour })
    await db.attendance.update({ where: { id: earlier }, data: { checkedInAt: new Date(hallNow.getTime() - 60_000) } })
    await attend(hall, { userId: world.people.hatless.userId, enterpriseId: null })
    const undone = await attend(hall, { userId: world.people.principal.userId, enterpriseId: member })
    await db.attendance.update({ where: { id: undone }, data: { undoneAt: hallNow } })

    const seen = await board()
    expect(seen).toMatchObject({ here: 3, expected: 2, firmsHere: 2, firmsExpected: 1 })
    const figures = Object.fromEntries((seen?.firms ?? []).map(({ id, here, expected }) => [id, [here, expected]]))
    expect(figures).toEqual({ [member]: [1, 2], [neighbour]: [1, 0], '': [1, 0] })
    expect(seen?.latest.at(-1)).toMatchObject({ id: neighbour })
    expect(seen?.firms.at(-1)).toMatchObject({ name: null })
  })

  it('names no person', async () => {
    const users = await db.user.findMany({ select: { name: true } })
    const written = JSON.stringify(await board())
    expect(users.filter(({ name }) => written.includes(`"${name}"`))).toEqual([])
  })

  it('is of those who show the code, while the activity takes check-ins', async () => {
    for (const actor of ['designated', 'jinshan', 'otherCoordinator'] as const)
      expect(await getBoard(await world.actor(actor), hall.id)).toBeNull()
    const closed = await publishHall(world, { state: 'CLOSED' })
    expect(await getBoard(await world.actor('officer'), closed.id)).toBeNull()
    expect(await getBoard(await world.actor('officer'), 'no-id')).toBeNull()
  })
})
