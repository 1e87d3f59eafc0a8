import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registrations/actions'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePeople, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
let principal: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await buildWorld()
  principal = await world.actor('principal')
  coordinator = await world.actor('coordinator')
})
beforeEach(() => setClock(worldNow))

const idOf = (name: Exclude<ActorName, 'anonymous'>) => world.people[name].userId

const register = (
  activityId: string,
  userIds: string[],
  more: { unnamedPlaces?: number; actor?: Actor; enterpriseId?: string } = {},
) =>
  perform(actions.registerPeople.definition, more.actor ?? principal, {
    activityId,
    enterpriseId: more.enterpriseId ?? world.enterprises.member,
    userIds,
    unnamedPlaces: more.unnamedPlaces ?? 0,
  })

const rowsOf = (activityId: string) =>
  db.registration.findMany({ where: { activityId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

const takenOf = async (id: string) =>
  (await db.activity.findUniqueOrThrow({ where: { id }, select: { placesTaken: true } })).placesTaken

describe('registering', () => {
  it('takes places for named people and for names to come, as far as there are any; the others wait', async () => {
    const id = await makeActivity(world, { capacity: 3 })
    const { result } = await register(id, [idOf('principal'), idOf('designated')], { unnamedPlaces: 2 })
    expect(result).toMatchObject({ ok: true, data: { placed: 3, waiting: 1 } })
    expect((await rowsOf(id)).map((row) => [row.userId === null, row.state]).sort()).toEqual([
      [false, 'PLACED'],
      [false, 'PLACED'],
      [true, 'PLACED'],
      [true, 'WAITING'],
    ])
    expect(await takenOf(id)).toBe(3)
    const record = await db.auditEvent.findFirstOrThrow({ where: { verb: 'registration.register', subjectId: id } })
    expect(record.changes).toMatchObject({ enterprise: [null, '上海乙成员涂料有限公司'], waiting: [null, ['']] })
  })

  it('without a limit never waits', async () => {
    const id = await makeActivity(world)
    await register(id, [], { unnamedPlaces: 50 })
    expect(await takenOf(id)).toBe(50)
  })

  it('pressed twice changes and records nothing the second time', async () => {
    const id = await makeActivity(world)
    await register(id, [idOf('principal')], { unnamedPlaces: 1 })
    expect((await register(id, [idOf('principal')], { unnamedPlaces: 1 })).result).toMatchObject({
      ok: true,
      data: { placed: 0, waiting: 0 },
    })
    expect(await takenOf(id)).toBe(2)
    expect(await db.auditEvent.count({ where: { subjectId: id } })).toBe(1)
  })

  it('takes the clerk and who has lost a mandate, for they may come; that does not count is shown, not refused', async () => {
    const id = await makeActivity(world)
    expect((await register(id, [idOf('clerk'), idOf('expired')])).result).toMatchObject({
      ok: true,
      data: { placed: 2 },
    })
  })

  it('takes nobody of another enterprise', async () => {
    const id = await makeActivity(world)
    const { result } = await register(id, [idOf('neighbour')])
    expect(result).toMatchObject({ ok: false, code: 'INVALID', fields: { userIds: 'NOT_A_PERSON_OF_ENTERPRISE' } })
  })

  it('takes nobody whom another enterprise has sent already, and says who', async () => {
    const id = await makeActivity(world)
    await db.mandate.create({
      data: {
        userId: idOf('neighbour'),
        enterpriseId: world.enterprises.member,
        kind: 'DESIGNATED',
        validFrom: new Date('2026-01-01'),
      },
    })
    await register(id, [idOf('neighbour')], {
      actor: await world.actor('neighbour'),
      enterpriseId: world.enterprises.neighbour,
    })
    const { result } = await register(id, [idOf('neighbour')])
    expect(result).toMatchObject({ ok: false, code: 'PERSON_SENT_BY_ANOTHER', params: { name: 'neighbour' } })
  })

  it('is for members of its alliances on its day', async () => {
    const id = await makeActivity(world, { alsoFor: [world.alliances.stations] })
    await db.activityAlliance.deleteMany({ where: { activityId: id, allianceId: world.alliances.coatings } })
    await makePlace(world, id, { enterpriseId: world.enterprises.member, state: 'WITHDRAWN' })
    expect((await register(id, [idOf('principal')])).result).toMatchObject({
      ok: false,
      code: 'ENTERPRISE_NOT_CONCERNED',
    })
  })

  it.each([
    ['before it opens', { registrationOpensAt: inDays(1) }, 'REGISTRATION_NOT_YET_OPEN'],
    ['after it closes', { registrationClosesAt: inDays(-1) }, 'REGISTRATION_OVER'],
    ['after the start', { startsAt: inDays(-0.01) }, 'REGISTRATION_OVER'],
    ['of what was held', { startsAt: inDays(-1), state: 'HELD' as const }, 'ACTIVITY_NOT_PUBLISHED'],
    ['of what is cancelled', { state: 'CANCELLED' as const }, 'ACTIVITY_NOT_PUBLISHED'],
  ])('%s is refused', async (_, wish, code) => {
    const id = await makeActivity(world, wish)
    expect((await register(id, [idOf('principal')])).result).toMatchObject({ ok: false, code })
  })

  it('by the coordinator who takes the call goes on until the end', async () => {
    const id = await makeActivity(world, { startsAt: inDays(-0.01), registrationClosesAt: inDays(-1) })
    expect((await register(id, [idOf('principal')], { actor: coordinator })).result.ok).toBe(true)
  })

  it('after a leave takes the leave back', async () => {
    const id = await makeActivity(world)
    const standing = { activityId: id, enterpriseId: world.enterprises.member }
    await register(id, [idOf('principal'), idOf('designated')])
    await perform(actions.askEnterpriseLeave.definition, principal, { ...standing, reason: '停车检修' })
    await register(id, [idOf('principal')])
    const rows = await rowsOf(id)
    const open = rows.filter((row) => row.state !== 'WITHDRAWN').map((row) => [row.userId, row.state])
    expect(open.sort()).toEqual(
      [
        [idOf('designated'), 'ON_LEAVE'],
        [idOf('principal'), 'PLACED'],
      ].sort(),
    )
    expect(await takenOf(id)).toBe(1)
  })
})

describe('a place', () => {
  it('is named, and its person swapped, without losing its turn', async () => {
    const id = await makeActivity(world)
    const place = await makePlace(world, id, { enterpriseId: world.enterprises.member })
    const [other = ''] = await makePeople(world.enterprises.member, 1)
    const name = (userId: string) => perform(actions.namePlace.definition, principal, { id: place, userId })
    const swap = (userId: string) => perform(actions.swapPerson.definition, principal, { id: place, userId })
    expect((await name(idOf('principal'))).result.ok).toBe(true)
    expect((await name(idOf('principal'))).result.ok).toBe(true)
    expect((await name(other)).result).toMatchObject({ ok: false, code: 'PLACE_ALREADY_NAMED' })
    expect((await swap(other)).result.ok).toBe(true)
    expect(await rowsOf(id)).toMatchObject([{ userId: other, state: 'PLACED' }])
    expect(await takenOf(id)).toBe(1)
  })

  it('goes to nobody twice', async () => {
    const id = await makeActivity(world)
    await register(id, [idOf('principal'), idOf('designated')])
    const [first] = await db.registration.findMany({ where: { activityId: id, userId: idOf('principal') } })
    const { result } = await perform(actions.swapPerson.definition, principal, {
      id: first?.id,
      userId: idOf('designated'),
    })
    expect(result).toMatchObject({ ok: false, code: 'PERSON_ALREADY_REGISTERED' })
  })

  it('given up or excused goes to the one who waits longest, who is told', async () => {
    const id = await makeActivity(world, { capacity: 1 })
    await register(id, [idOf('principal')])
    await register(id, [idOf('neighbour')], {
      actor: await world.actor('neighbour'),
      enterpriseId: world.enterprises.neighbour,
    })
    const [held] = await rowsOf(id)
    const leave = () => perform(actions.askLeave.definition, principal, { id: held?.id, reason: '出差' })
    expect((await leave()).result.ok).toBe(true)
    expect((await leave()).result.ok).toBe(true)
    expect((await rowsOf(id)).map((row) => [row.state, row.leaveReason])).toEqual([
      ['ON_LEAVE', '出差'],
      ['PLACED', ''],
    ])
    expect(await takenOf(id)).toBe(1)
    const told = await db.notification.findMany({ where: { href: `/portal/activities/${id}` } })
    expect(told.map((one) => [one.userId, one.kind])).toEqual([[idOf('neighbour'), 'PLACE_GIVEN']])
  })

  it('is nobody’s any more once the activity has begun: the list stands still, but who leaves is excused', async () => {
    const id = await makeActivity(world, { capacity: 1 })
    await register(id, [idOf('principal'), idOf('designated')])
    setClock(inDays(7.01))
    const placed = (await rowsOf(id)).find((row) => row.state === 'PLACED')
    expect((await perform(actions.askLeave.definition, principal, { id: placed?.id, reason: '堵车' })).result.ok).toBe(
      true,
    )
    expect((await rowsOf(id)).filter((row) => row.state === 'WAITING')).toHaveLength(1)
    setClock(inDays(8))
    const { result } = await perform(actions.withdraw.definition, principal, { id: placed?.id })
    expect(result).toMatchObject({ ok: false, code: 'REGISTRATION_OVER' })
  })

  it('that somebody has checked in with cannot change hands', async () => {
    const id = await makeActivity(world, { startsAt: inDays(-0.01) })
    const place = await makePlace(world, id, { enterpriseId: world.enterprises.member, userId: idOf('principal') })
    await db.attendance.create({
      data: {
        activityId: id,
        userId: idOf('principal'),
        enterpriseId: world.enterprises.member,
        registrationId: place,
        checkedInAt: worldNow,
        method: 'CODE_SCANNED',
      },
    })
    const { result } = await perform(actions.withdraw.definition, principal, { id: place })
    expect(result).toMatchObject({ ok: false, code: 'ALREADY_CHECKED_IN' })
  })

  it('without a name is withdrawn, not excused', async () => {
    const place = await makePlace(world, await makeActivity(world), { enterpriseId: world.enterprises.member })
    const { result } = await perform(actions.askLeave.definition, principal, { id: place, reason: '没人' })
    expect(result).toMatchObject({ ok: false, code: 'PLACE_WITHOUT_NAME' })
  })
})

describe('the leave of a whole enterprise', () => {
  it('excuses its people, frees its places, and is asked once', async () => {
    const id = await makeActivity(world, { capacity: 2 })
    await register(id, [idOf('principal')], { unnamedPlaces: 1 })
    await register(id, [idOf('neighbour')], {
      actor: await world.actor('neighbour'),
      enterpriseId: world.enterprises.neighbour,
    })
    const leave = () =>
      perform(actions.askEnterpriseLeave.definition, principal, {
        activityId: id,
        enterpriseId: world.enterprises.member,
        reason: '停车检修',
      })
    expect((await leave()).result).toMatchObject({ ok: true, data: { isNew: true } })
    expect((await leave()).result).toMatchObject({ ok: true, data: { isNew: false } })
    const own = (await rowsOf(id)).filter((row) => row.enterpriseId === world.enterprises.member)
    expect(own.map((row) => [row.userId, row.state]).sort()).toEqual(
      [
        [idOf('principal'), 'ON_LEAVE'],
        [null, 'ON_LEAVE'],
        [null, 'WITHDRAWN'],
      ].sort(),
    )
    expect(await takenOf(id)).toBe(1)
  })

  it('may be asked without having registered', async () => {
    const id = await makeActivity(world)
    const { result } = await perform(actions.askEnterpriseLeave.definition, principal, {
      activityId: id,
      enterpriseId: world.enterprises.member,
      reason: '人员隔离',
    })
    expect(result.ok).toBe(true)
    expect(await takenOf(id)).toBe(0)
  })
})
