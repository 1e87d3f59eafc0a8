import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { checkIn } from '@/lib/attendance/actions'
import { db } from '@/lib/core/db'
import { makePeople } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { claimFor, publishHall, type Hall } from './hall'

let world: World
let people: string[]
beforeAll(async () => {
  world = await buildWorld()
  people = await makePeople(world.enterprises.member, 150)
})

/** As 150 guests of the member would: each presses twice, and again when told that others are being served. */
async function allPress(hall: Hall, guests: string[]): Promise<boolean> {
  const principal = await world.actor('principal')
  const press = async (userId: string): Promise<boolean> => {
    const actor = { ...principal, userId }
    const { result } = await perform(checkIn.definition, actor, { claim: claimFor(hall), enterpriseIds: [] })
    return !result.ok && result.code === 'BUSY' ? press(userId) : result.ok
  }
  return (await Promise.all(guests.flatMap((userId) => [press(userId), press(userId)]))).every(Boolean)
}

const userIdsOf = async (hall: Hall) =>
  (await db.attendance.findMany({ where: { activityId: hall.id }, select: { userId: true } })).map((row) => row.userId)

describe('150 people who each press twice in the same instant', () => {
  it('are 150, each with one line of the trail', async () => {
    const hall = await publishHall(world)
    expect(await allPress(hall, people)).toBe(true)
    const came = await userIdsOf(hall)
    expect([came.length, new Set(came).size]).toEqual([150, 150])
    expect(await db.auditEvent.count({ where: { subjectId: hall.id, verb: 'attendance.check-in' } })).toBe(150)
  })

  it('are more without the index that keeps a person to one: the test above would have seen it', async () => {
    await db.$executeRaw`DROP INDEX attendances_once`
    const hall = await publishHall(world)
    await allPress(hall, people)
    expect((await userIdsOf(hall)).length).toBeGreaterThan(150)
  })
})
