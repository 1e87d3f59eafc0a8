import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import * as desk from '@/lib/attendance/desk-actions'
import { takeBackLast, tallyWithQueued, withQueued, type Queued } from '@/lib/attendance/desk-rules'
import { getDoorActivity, listForDoor } from '@/lib/attendance/door-queries'
import { findInDoorList } from '@/lib/attendance/door-rules'
import { keptUntil, pressedAt } from '@/lib/attendance/rules'
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
const blank = { checkedInAt: null, checkedOutAt: null, method: null, canUndo: false }

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

describe('leaving and taking back at a desk that was offline', () => {
  const act = async (action: typeof desk.syncUndo | typeof desk.syncCheckOut, input: object) =>
    (await perform(action.definition as typeof desk.syncUndo.definition, await world.actor('coordinator'), input))
      .result
  const leave = (press: object) => act(desk.syncCheckOut, press)
  const undo = (press: object) => act(desk.syncUndo, press)
  const came = async (minutesAgo: number) => {
    const userId = await hall.guest(world.enterprises.member)
    const press = pressOf(userId, minutesAgo)
    await send(press)
    return { userId, press }
  }
  const leaving = (userId: string, minutesAgo: number) => {
    const { enterpriseIds: _, ...press } = pressOf(userId, minutesAgo)
    return press
  }
  const trail = (verb: string) => db.auditEvent.count({ where: { subjectId: hall.id, verb } })

  beforeEach(async () => {
    await db.activity.update({ where: { id: hall.id }, data: { checksOut: true } })
  })

  it('a check-out sent ten times at once is one, of the minute in which it was pressed', async () => {
    const { userId } = await came(8)
    const press = leaving(userId, 2)
    const answers = await Promise.all(Array.from({ length: 10 }, () => leave(press)))
    expect(answers).toEqual(Array(10).fill({ ok: true, data: { came: null } }))
    expect(await rows()).toMatchObject([{ checkedOutAt: new Date(hallNow.getTime() - 2 * minute), version: 2 }])
    expect(await trail('attendance.sync-check-out')).toBe(1)
    // By the clock of the desk it took longer to arrive this time: still the same press, and nobody left twice.
    expect(await leave({ ...press, sentAt: press.sentAt - minute })).toMatchObject({ ok: true })
    expect(await rows()).toMatchObject([{ version: 2 }])
  })

  it('a check-out of who never came, and of an activity that was closed meanwhile, is for a person to look at', async () => {
    const stranger = await hall.guest(world.enterprises.member)
    expect(await leave(leaving(stranger, 1))).toMatchObject({ ok: false, code: 'NOT_CHECKED_IN' })
    const { userId } = await came(5)
    await db.activity.update({ where: { id: hall.id }, data: { state: 'CLOSED', closedAt: hallNow } })
    expect(await leave(leaving(userId, 1))).toMatchObject({ ok: false, code: 'CHECK_IN_NOT_HELD' })
    expect(await undo(pressOf(userId, 1))).toMatchObject({ ok: false, code: 'CHECK_IN_NOT_HELD' })
    expect(await rows()).toMatchObject([{ checkedOutAt: null, undoneAt: null }])
    expect(await db.deskPress.count({ where: { activityId: hall.id } })).toBe(0)
  })

  it('the five minutes of an undo are counted to when it was pressed, not to when it arrived', async () => {
    const { userId } = await came(60)
    expect(await undo(pressOf(userId, 50))).toMatchObject({ ok: false, code: 'UNDO_TOO_LATE' })
    const press = pressOf(userId, 57)
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(press)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await rows()).toMatchObject([{ undoneAt: new Date(hallNow.getTime() - 57 * minute) }])
    expect(await trail('attendance.sync-undo')).toBe(1)
    const { name } = await db.user.findUniqueOrThrow({ where: { id: userId } })
    const { subjectLabel } = await db.auditEvent.findFirstOrThrow({ where: { verb: 'attendance.sync-undo' } })
    expect(subjectLabel).toMatch(new RegExp(` · ${name}$`))
  })

  it('an undo leaves alone who was checked in again after it was pressed', async () => {
    const { userId } = await came(3)
    expect(await undo(pressOf(userId, 4))).toMatchObject({ ok: false, code: 'UNDO_TOO_LATE' })
    expect(await rows()).toMatchObject([{ undoneAt: null }])
  })

  it('of a press that may have arrived, it is taken back if it did, and never made if it did not', async () => {
    const { userId, press } = await came(3)
    expect(await undo({ ...pressOf(userId, 2), undoes: press.key })).toMatchObject({ ok: true })
    expect(await rows()).toMatchObject([{ undoneAt: new Date(hallNow.getTime() - 2 * minute) }])
    const lost = pressOf(userId, 3)
    expect(await undo({ ...pressOf(userId, 2), undoes: lost.key })).toMatchObject({ ok: true })
    expect(await send(lost)).toEqual({ ok: true, data: { came: null } })
    expect((await rows()).filter(({ undoneAt }) => undoneAt === null)).toEqual([])
  })
})

describe('what a desk shows of what it has not sent', () => {
  const line = {
    enterpriseId: 'e',
    enterprise: '',
    mandateKind: null,
    registered: 'PLACED',
    isInAudience: true,
  } as const
  const person = { userId: 'p', name: '', standing: 'PLACED' as const, lines: [{ ...line, ...blank }] }
  let at = 0
  const press = (act: Queued['act'], userId = 'p'): Queued => {
    at += 1
    return {
      act,
      key: `${at}`,
      userId,
      name: '',
      enterpriseIds: ['e'],
      enterprises: '',
      pressedAt: at,
      lines: 1,
      placed: 1,
    }
  }
  const acts = fc.array(fc.constantFrom('CHECK_IN', 'CHECK_OUT', 'UNDO'), { maxLength: 8 })

  it('is the last that was pressed: there, gone, or not come', () => {
    fc.assert(
      fc.property(acts, (order) => {
        const [shown] = withQueued(
          person,
          order.map((act) => press(act)),
        ).lines
        const lastChange = order.filter((act) => act !== 'CHECK_OUT').at(-1)
        expect(shown?.checkedInAt !== null).toBe(lastChange === 'CHECK_IN')
        expect(shown?.canUndo).toBe(lastChange === 'CHECK_IN')
      }),
    )
  })

  it('counts a check-in once, a check-out not at all, and an undo against it', () => {
    const tally = { placed: 9, present: 5, walkIns: 1, counting: 0, principals: 0, absent: 4, onLeave: 0 }
    const queued = [
      press('CHECK_IN'),
      press('CHECK_OUT'),
      press('CHECK_IN', 'q'),
      { ...press('CHECK_IN', 'r'), placed: 0 },
    ]
    expect(tallyWithQueued(tally, queued)).toMatchObject({ present: 8, walkIns: 2, absent: 2 })
    expect(tallyWithQueued(tally, [...queued, press('UNDO')])).toMatchObject({ present: 7, walkIns: 2, absent: 3 })
    expect(tallyWithQueued(tally, [])).toEqual(tally)
  })

  it('is taken back from its end: the check-out alone, then the check-in, and nobody else’s', () => {
    const queued = [press('CHECK_IN'), press('CHECK_IN', 'q'), press('CHECK_OUT')]
    const once = takeBackLast(queued, 'p')
    expect(once.taken.map(({ act }) => act)).toEqual(['CHECK_OUT'])
    const twice = takeBackLast(once.kept, 'p')
    expect([twice.taken.map(({ act }) => act), twice.kept.map(({ userId }) => userId)]).toEqual([['CHECK_IN'], ['q']])
    expect(takeBackLast(twice.kept, 'p').taken).toEqual([])
  })
})

it('a desk keeps its page from a day before the start until nobody can check in, and no longer', () => {
  const times = { startsAt: hallNow, endsAt: new Date(hallNow.getTime() + 60 * minute) }
  const closesAt = new Date(hallNow.getTime() + 90 * minute)
  const ago = (minutes: number) => keptUntil(times, new Date(hallNow.getTime() - minutes * minute))
  expect([ago(24 * 60 + 1), ago(24 * 60), ago(-90), ago(-91)]).toEqual([null, closesAt, closesAt, null])
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
