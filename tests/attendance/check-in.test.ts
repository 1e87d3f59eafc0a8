import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import { plusDays } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { buildWorld, type ActorName, type World } from '../support/world'
import { claimFor, dayOfHall, forgetMandates, guest, hallNow, mandate, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await forgetMandates()
  hall = await publishHall(world)
})

const checkIn = async (actor: ActorName, enterpriseIds: string[] = [], claim = claimFor(hall)) =>
  (await perform(actions.checkIn.definition, await world.actor(actor), { claim, enterpriseIds })).result

const rows = (activityId = hall.id) =>
  db.attendance.findMany({ where: { activityId }, orderBy: { checkedInAt: 'asc' } })

const auditLines = () => db.auditEvent.count({ where: { subjectId: hall.id, verb: { startsWith: 'attendance.' } } })

const place = (userId: string | null, enterpriseId: string, state: 'PLACED' | 'WAITING' | 'ON_LEAVE' = 'PLACED') =>
  db.registration.create({
    data: { activityId: hall.id, userId, enterpriseId, state, createdById: world.people.coordinator.userId },
    select: { id: true },
  })

describe('checking in with a code that was seen', () => {
  it('records the person, the enterprise, the mandate, the way and the instant of the scan', async () => {
    const registered = await place(world.people.principal.userId, world.enterprises.member)
    const result = await checkIn('principal', [], claimFor(hall, 240))
    expect(result).toMatchObject({
      ok: true,
      data: [{ enterprise: '上海乙成员涂料有限公司', mandateKind: 'PRINCIPAL' }],
    })
    const [row] = await rows()
    expect(row).toMatchObject({
      userId: world.people.principal.userId,
      enterpriseId: world.enterprises.member,
      registrationId: registered.id,
      method: 'CODE_SCANNED',
      mandateKind: 'PRINCIPAL',
      isWalkIn: false,
      recordedById: null,
      undoneAt: null,
    })
    expect(Math.abs((row?.checkedInAt.getTime() ?? 0) - (hallNow.getTime() - 240_000))).toBeLessThan(60_000)
  })

  it('somebody without a place is a walk-in, and counts all the same', async () => {
    await checkIn('designated')
    expect(await rows()).toMatchObject([{ isWalkIn: true, registrationId: null, mandateKind: 'DESIGNATED' }])
  })

  it('a place that was still to be named is theirs, once', async () => {
    const unnamed = await place(null, world.enterprises.member)
    await checkIn('designated', [], claimFor(hall, 20))
    await checkIn('principal')
    expect(await rows()).toMatchObject([
      { registrationId: unnamed.id, isWalkIn: false },
      { registrationId: null, isWalkIn: true },
    ])
  })

  it('who was excused and comes nevertheless is a walk-in', async () => {
    await place(world.people.designated.userId, world.enterprises.member, 'ON_LEAVE')
    await checkIn('designated')
    expect(await rows()).toMatchObject([{ isWalkIn: true, registrationId: null }])
  })

  it('without a mandate on the day it is recorded and does not count', async () => {
    for (const [index, actor] of (['clerk', 'expired', 'officer', 'hatless'] as const).entries()) {
      await checkIn(actor, [], claimFor(hall, 100 - index))
    }
    expect((await rows()).map(({ mandateKind, enterpriseId }) => [mandateKind, enterpriseId])).toEqual([
      [null, world.enterprises.member],
      [null, world.enterprises.member],
      [null, null],
      [null, null],
    ])
  })

  it('the mandate is asked of the Beijing day on which the activity starts, both days included', async () => {
    const day = dayOfHall(hall)
    const cases = [
      [day, day, 'DESIGNATED'],
      [plusDays(day, 1), null, null],
      ['2025-01-01', plusDays(day, -1), null],
    ] as const
    for (const [from, to, kind] of cases) {
      const userId = await guest(world.enterprises.stranger)
      await db.mandate.deleteMany({ where: { userId } })
      await mandate(userId, world.enterprises.member, 'DESIGNATED', from, to)
      await place(userId, world.enterprises.member)
      await perform(actions.checkInAtDoor.definition, await world.actor('coordinator'), {
        activityId: hall.id,
        userId,
        enterpriseIds: [],
      })
      expect(await db.attendance.findFirst({ where: { activityId: hall.id, userId } })).toMatchObject({
        mandateKind: kind,
      })
    }
  })

  it('of two mandates for one enterprise the stronger is recorded', async () => {
    const userId = world.people.designated.userId
    await mandate(userId, world.enterprises.member, 'PRINCIPAL', '2026-01-01', null)
    await checkIn('designated')
    expect(await rows()).toMatchObject([{ mandateKind: 'PRINCIPAL' }])
  })

  it('whoever stands for several enterprises says for which, and may say several', async () => {
    const userId = world.people.neighbour.userId
    await mandate(userId, world.enterprises.member, 'DESIGNATED', '2026-01-01', null)
    expect(await checkIn('neighbour')).toMatchObject({ ok: false, fields: { enterpriseIds: 'CHOOSE_ENTERPRISE' } })
    expect(await rows()).toEqual([])
    await checkIn('neighbour', [world.enterprises.member])
    await checkIn('neighbour', [world.enterprises.member, world.enterprises.neighbour])
    expect((await rows()).map((row) => row.enterpriseId).sort()).toEqual(
      [world.enterprises.member, world.enterprises.neighbour].sort(),
    )
    expect(await auditLines()).toBe(2)
  })

  it('nobody checks in for an enterprise that is not theirs', async () => {
    const answer = await checkIn('principal', [world.enterprises.neighbour])
    expect(answer).toMatchObject({ ok: false, code: 'NOT_YOUR_ENTERPRISE' })
    expect(await rows()).toEqual([])
  })
})

describe('a claim', () => {
  it.each([
    ['that is older than ten minutes', () => claimFor(hall, 601), 'CHECK_IN_CLAIM_ENDED'],
    ['from a time that has not come', () => claimFor(hall, -30), 'CHECK_IN_CLAIM_ENDED'],
    [
      'with one sign changed',
      () => claimFor(hall).replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
      'CHECK_IN_CLAIM_ENDED',
    ],
    ['of an activity that does not exist', () => claimFor({ id: '019abcde-0000-7000-8000-000000000001' }), 'NOT_FOUND'],
  ])('%s is worth nothing', async (_, claim, code) => {
    expect(await checkIn('principal', [], claim())).toMatchObject({ ok: false, code })
    expect(await rows()).toEqual([])
  })

  it('holds for its own activity and no other', async () => {
    const other = await publishHall(world)
    await checkIn('principal', [], claimFor(other))
    expect(await rows()).toEqual([])
    expect(await rows(other.id)).toHaveLength(1)
  })
})

describe('an activity', () => {
  it.each([
    ['that starts in 61 minutes', { startsInMinutes: 61 }, 'CHECK_IN_NOT_OPEN_YET'],
    ['that ended 31 minutes ago', { startsInMinutes: -91, lastsMinutes: 60 }, 'CHECK_IN_OVER'],
    ['that is a draft', { state: 'DRAFT' }, 'CHECK_IN_NOT_HELD'],
    ['that was cancelled', { state: 'CANCELLED' }, 'CHECK_IN_NOT_HELD'],
    ['that is closed', { state: 'CLOSED' }, 'CHECK_IN_NOT_HELD'],
  ] as const)('%s takes nobody in, neither by code nor at the door', async (_, shape, code) => {
    hall = await publishHall(world, shape)
    expect(await checkIn('principal')).toMatchObject({ ok: false, code })
    const atDoor = { activityId: hall.id, userId: world.people.principal.userId, enterpriseIds: [] }
    const { result } = await perform(actions.checkInAtDoor.definition, await world.actor('officer'), atDoor)
    expect(result).toMatchObject({ ok: false, code })
    expect(await rows()).toEqual([])
  })

  it('a scan before the end stands, though the sign-in took until after it', async () => {
    hall = await publishHall(world, { startsInMinutes: -95, lastsMinutes: 60 })
    expect(await checkIn('principal')).toMatchObject({ code: 'CHECK_IN_OVER' })
    expect(await checkIn('principal', [], claimFor(hall, 8 * 60))).toMatchObject({ ok: true })
  })
})

describe('twice is once', () => {
  it('fifty presses at once are one row, one line in the trail and fifty equal answers', async () => {
    const actor = await world.actor('principal')
    const claim = claimFor(hall)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => perform(actions.checkIn.definition, actor, { claim, enterpriseIds: [] })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.result))).size).toBe(1)
    expect(answers[0]?.result).toMatchObject({ ok: true })
    expect(await rows()).toHaveLength(1)
    expect(await auditLines()).toBe(1)
  })

  it('fifty for a person who stands for nobody are one row as well', async () => {
    const actor = await world.actor('hatless')
    const claim = claimFor(hall)
    await Promise.all(
      Array.from({ length: 50 }, () => perform(actions.checkIn.definition, actor, { claim, enterpriseIds: [] })),
    )
    expect(await rows()).toHaveLength(1)
  })

  it('one token on twenty devices is one attendance; the door desk in the same instant does not make it two', async () => {
    const actor = await world.actor('principal')
    const desk = await world.actor('coordinator')
    const atDoor = { activityId: hall.id, userId: world.people.principal.userId, enterpriseIds: [] }
    await Promise.all([
      ...Array.from({ length: 20 }, (_, device) =>
        perform(actions.checkIn.definition, actor, {
          claim: claimFor(hall),
          enterpriseIds: [],
          device: `device-${device}`,
        }),
      ),
      ...Array.from({ length: 5 }, () => perform(actions.checkInAtDoor.definition, desk, atDoor)),
    ])
    expect(await rows()).toHaveLength(1)
    expect(await auditLines()).toBe(1)
  })

  it('the harness sees the race: without the index fifty at once are more than one', async () => {
    await db.$executeRaw`DROP INDEX attendances_once`
    const actor = await world.actor('principal')
    const claim = claimFor(hall)
    await Promise.all(
      Array.from({ length: 50 }, () => perform(actions.checkIn.definition, actor, { claim, enterpriseIds: [] })),
    )
    expect((await rows()).length).toBeGreaterThan(1)
    await db.attendance.deleteMany({ where: { activityId: hall.id } })
    await db.$executeRaw`CREATE UNIQUE INDEX attendances_once ON attendances (activity_id, user_id, enterprise_id) WHERE undone_at IS NULL AND enterprise_id IS NOT NULL`
  })

  it('the second answer says when the first was', async () => {
    const first = await checkIn('principal', [], claimFor(hall, 300))
    const second = await checkIn('principal', [], claimFor(hall, 0, 'CODE_TYPED'))
    expect(second).toEqual(first)
    expect(await rows()).toMatchObject([{ method: 'CODE_SCANNED' }])
  })

  it('one device that checks in two people leaves the same mark, and another one in another activity', async () => {
    const other = await publishHall(world)
    const by = async (actor: ActorName, where: Hall) =>
      perform(actions.checkIn.definition, await world.actor(actor), {
        claim: claimFor(where),
        enterpriseIds: [],
        device: 'one-phone',
      })
    await by('principal', hall)
    await by('designated', hall)
    await by('principal', other)
    const [first, second] = (await rows()).map((row) => row.deviceMark)
    const [elsewhere] = (await rows(other.id)).map((row) => row.deviceMark)
    expect(first).toBeTruthy()
    expect(second).toBe(first)
    expect(elsewhere).not.toBe(first)
  })
})
