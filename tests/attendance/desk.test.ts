import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import { getDoorActivity, listForDoor } from '@/lib/attendance/door-queries'
import { findInDoorList } from '@/lib/attendance/door-rules'
import { pressedAt } from '@/lib/attendance/rules'
import { db } from '@/lib/core/db'
import { buildWorld, type World } from '../support/world'
import { attend, hallNow, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  hall = await publishHall(world)
})

const minute = 60_000

/** A press of so many minutes ago, by a clock that is wrong by a day and a half. */
const pressOf = (userId: string, minutesAgo = 3) => {
  const sentAt = hallNow.getTime() + 36 * 60 * minute
  const press = { activityId: hall.id, userId, enterpriseIds: [world.enterprises.member], key: randomUUID() }
  return { ...press, pressedAt: sentAt - minutesAgo * minute, sentAt }
}

const send = async (press: ReturnType<typeof pressOf>) =>
  (await perform(actions.syncCheckIn.definition, await world.actor('coordinator'), press)).result

const rows = () => db.attendance.findMany({ where: { activityId: hall.id } })

describe('a press at a desk that was offline', () => {
  it('is recorded when it was made, whatever the clock of the desk says', async () => {
    const userId = await hall.guest(world.enterprises.member)
    expect(await send(pressOf(userId, 7))).toEqual({ ok: true, data: { came: null } })
    expect(await rows()).toMatchObject([
      {
        method: 'DOOR_DESK',
        checkedInAt: new Date(hallNow.getTime() - 7 * minute),
        mandateKind: 'DESIGNATED',
        recordedById: world.people.coordinator.userId,
      },
    ])
  })

  it('sent ten times at once is one, and one line of the trail', async () => {
    const press = pressOf(await hall.guest(world.enterprises.member))
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(press)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await rows()).toHaveLength(1)
    expect(await db.auditEvent.count({ where: { subjectId: hall.id, verb: 'attendance.sync-check-in' } })).toBe(1)
  })

  it('that arrived although its answer was lost is not made again when it was undone since', async () => {
    const userId = await hall.guest(world.enterprises.member)
    const { key, enterpriseIds, ...press } = pressOf(userId, 0)
    const coordinator = await world.actor('coordinator')
    const there = { activityId: hall.id, userId, enterpriseIds }
    await perform(actions.checkInAtDoor.definition, coordinator, { ...there, key })
    await perform(actions.undoCheckIn.definition, coordinator, there)
    expect(await send({ ...press, key, enterpriseIds })).toEqual({ ok: true, data: { came: null } })
    expect((await rows()).filter(({ undoneAt }) => undoneAt === null)).toEqual([])
  })

  it('of somebody who came by the code says when and how, and changes nothing', async () => {
    const userId = await hall.guest(world.enterprises.member)
    await attend(hall, { userId, enterpriseId: world.enterprises.member })
    const before = await rows()
    expect(await send(pressOf(userId))).toMatchObject({ ok: true, data: { came: { method: before[0]?.method } } })
    expect(await rows()).toEqual(before)
  })

  it('before the doors opened, and after the meeting was called off, is for a person to look at', async () => {
    const userId = await hall.guest(world.enterprises.member)
    expect(await send(pressOf(userId, 120))).toMatchObject({ ok: false, code: 'CHECK_IN_NOT_OPEN_YET' })
    await db.activity.update({ where: { id: hall.id }, data: { state: 'CANCELLED' } })
    expect(await send(pressOf(userId))).toMatchObject({ ok: false, code: 'CHECK_IN_NOT_HELD' })
    expect(await send(pressOf(world.people.stranger.userId))).toMatchObject({ ok: false })
    expect(await rows()).toEqual([])
  })

  it('is never later than now, and as old as the desk has waited', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -10_000, max: 10_000_000 }), (clock, waited) => {
        const at = pressedAt({ pressedAt: clock, sentAt: clock + waited }, hallNow)
        expect(hallNow.getTime() - at.getTime()).toBe(Math.max(0, waited))
      }),
    )
  })
})

describe('the list that a desk holds', () => {
  it('has who is registered before who could come, with the names by which they are found', async () => {
    const registered = await hall.guest(world.enterprises.neighbour)
    await db.registration.create({
      data: {
        activityId: hall.id,
        userId: registered,
        enterpriseId: world.enterprises.neighbour,
        state: 'PLACED',
        createdById: world.people.coordinator.userId,
      },
    })
    const coordinator = await world.actor('coordinator')
    const activity = await getDoorActivity(coordinator, hall.id)
    if (!activity) throw new Error('no hall')
    const list = await listForDoor(coordinator, activity)
    expect(list[0]).toMatchObject({ userId: registered, standing: 'PLACED' })
    const ids = list.map(({ userId }) => userId)
    expect(ids).toContain(world.people.principal.userId)
    expect(ids).not.toContain(world.people.stranger.userId)
    expect(JSON.stringify(list)).not.toMatch(/phone|email/)
  })

  it('is searched by parts of names, pinyin, initials and enterprises', () => {
    const person = (name: string, pinyin: string, enterprise: string) => ({ name, pinyin, lines: [{ enterprise }] })
    const zhang = person('张伟', 'zhangwei zw', '上海乙成员涂料有限公司')
    const wang = person('王芳', 'wangfang wf', '上海丙邻居涂料有限公司')
    const found = (query: string) => findInDoorList([zhang, wang], query, 20).map(({ name }) => name)
    expect([found('张伟'), found('ZW'), found('zhangw'), found('ｗａｎｇ')]).toEqual([
      ['张伟'],
      ['张伟'],
      ['张伟'],
      ['王芳'],
    ])
    expect([found('涂料'), found('涂料 wf'), found('张 丙'), found('张'), found('')]).toEqual([
      ['张伟', '王芳'],
      ['王芳'],
      [],
      [],
      [],
    ])
  })
})
