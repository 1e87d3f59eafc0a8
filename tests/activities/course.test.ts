import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import { setClock } from '../support/clock'
import { fingerprint } from '../support/fingerprint'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let coordinator: Actor
let officer: Actor
beforeAll(async () => {
  world = await buildWorld()
  coordinator = await world.actor('coordinator')
  officer = await world.actor('officer')
})
beforeEach(() => setClock(worldNow))

const times = { startsAt: '2026-12-08T09:00', endsAt: '2026-12-08T11:30', registrationClosesAt: null }
const where = { mode: 'ON_SITE' as const, place: '漕泾镇会议中心', onlineUrl: '' }
const details = {
  kind: 'TRAINING' as const,
  title: '静电安全培训',
  description: '',
  capacity: 60,
  registrationOpensAt: null,
  allianceIds: [] as string[],
  agenda: [
    { time: '09:00', title: '开场', speaker: '' },
    { time: '', title: '讨论', speaker: '李工' },
  ],
}

const schedule = (changes: Record<string, unknown> = {}, actor = coordinator) =>
  perform(actions.scheduleActivity.definition, actor, {
    hostAllianceId: world.alliances.coatings,
    ...details,
    ...times,
    ...where,
    ...changes,
  })

const read = (id: string) =>
  db.activity.findUniqueOrThrow({
    where: { id },
    include: { agenda: { orderBy: { position: 'asc' } }, alliances: true },
  })

const lastRecord = (id: string) =>
  db.auditEvent.findFirstOrThrow({ where: { subjectId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })

describe('scheduling', () => {
  it('makes a draft of the alliance with its insurer of that day, a code and a secret', async () => {
    const { result } = await schedule()
    if (!result.ok) throw new Error(result.code)
    const made = await read(result.data.id)
    expect(made).toMatchObject({ state: 'DRAFT', insurerId: world.insurers.own, sequence: 0, capacity: 60 })
    expect(made.startsAt.toISOString()).toBe('2026-12-08T01:00:00.000Z')
    expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{7}$/)
    expect(made.agenda.map((line) => [line.startsAt?.toISOString() ?? null, line.title])).toEqual([
      ['2026-12-08T01:00:00.000Z', '开场'],
      [null, '讨论'],
    ])
    const record = await lastRecord(made.id)
    expect(record).toMatchObject({ verb: 'activity.schedule', subjectLabel: '静电安全培训' })
    expect(JSON.stringify(record.changes)).not.toContain(made.checkInSecret)
  })

  it('of a day that another insurer served names that one', async () => {
    setClock('2025-06-01T00:00:00Z')
    const { result } = await schedule({ startsAt: '2025-07-01T09:00', endsAt: '2025-07-01T10:00' }, officer)
    if (!result.ok) throw new Error(result.code)
    expect((await read(result.data.id)).insurerId).toBe(world.insurers.other)
  })

  it('opens it to another alliance only where the actor runs that one too', async () => {
    const both = { allianceIds: [world.alliances.stations] }
    expect((await schedule(both)).result).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    const { result } = await schedule(both, officer)
    if (!result.ok) throw new Error(result.code)
    expect((await read(result.data.id)).alliances.map((one) => one.allianceId).sort()).toEqual(
      [world.alliances.coatings, world.alliances.stations].sort(),
    )
  })

  it('refuses an alliance that does not exist', async () => {
    const { result } = await schedule({ allianceIds: ['00000000-0000-7000-8000-000000000000'] }, officer)
    expect(result).toMatchObject({ ok: false, code: 'INVALID', fields: { allianceIds: 'NOT_A_CHOICE' } })
  })

  it.each([
    [{ endsAt: times.startsAt }, { endsAt: 'NOT_AFTER_START' }],
    [{ endsAt: '2027-03-08T11:30' }, { endsAt: 'LASTS_TOO_LONG' }],
    [{ startsAt: '2026-02-30T09:00' }, { startsAt: 'NOT_AN_INSTANT' }],
    [{ startsAt: null }, { startsAt: 'REQUIRED' }],
    [{ registrationClosesAt: '2026-12-09T09:00' }, { registrationClosesAt: 'CLOSES_AFTER_END' }],
    [{ registrationOpensAt: '2026-12-08T09:00' }, { registrationOpensAt: 'OPENS_AFTER_CLOSE' }],
    [{ title: ' ' }, { title: 'REQUIRED' }],
    [{ capacity: 0 }, { capacity: 'TOO_SMALL' }],
    [{ onlineUrl: 'http://meeting.test' }, { onlineUrl: 'NOT_A_URL' }],
    [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'NOT_A_URL' }],
    [
      { agenda: [{ time: '25:00', title: '', speaker: '' }] },
      { 'agenda.0.time': 'NOT_A_TIME', 'agenda.0.title': 'REQUIRED' },
    ],
  ])('names the field of %o', async (changes, fields) => {
    expect((await schedule(changes)).result).toMatchObject({ ok: false, code: 'INVALID', fields })
  })
})

describe('editing', () => {
  const edit = async (id: string, version: number, changes: Record<string, unknown> = {}) =>
    perform(actions.editActivity.definition, coordinator, { id, version, ...details, ...times, ...where, ...changes })

  it('replaces what a draft says, and writes what was and what is', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    expect((await edit(id, 1)).result.ok).toBe(true)
    const record = await lastRecord(id)
    expect(record.changes).toMatchObject({ kind: ['EXCHANGE_MEETING', 'TRAINING'], capacity: [null, 60] })
    expect((await read(id)).version).toBe(2)
  })

  it('of two who read the same version the second one is told, and nothing is lost', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    await edit(id, 1, { title: '甲的标题' })
    const before = await fingerprint()
    expect((await edit(id, 1, { title: '乙的标题' })).result).toMatchObject({ ok: false, code: 'CONFLICT' })
    expect(await fingerprint()).toBe(before)
    expect((await read(id)).title).toBe('甲的标题')
  })

  it('of 20 in the same instant one is saved', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => edit(id, 1, { title: `第${n}版` })))
    expect(answers.filter(({ result }) => result.ok)).toHaveLength(1)
  })

  it('of what is published moves neither time nor place nor kind', async () => {
    const id = await makeActivity(world, { kind: 'TRAINING' })
    expect((await edit(id, 1)).result).toMatchObject({ ok: false, code: 'ACTIVITY_MOVES_BY_POSTPONING' })
    expect((await edit(id, 1, { kind: 'SITE_VISIT' })).result).toMatchObject({ ok: false, code: 'ACTIVITY_KIND_FIXED' })
  })

  it('of what was held is refused', async () => {
    const id = await makeActivity(world, { state: 'HELD', startsAt: inDays(-2) })
    expect((await edit(id, 1)).result).toMatchObject({ ok: false, code: 'ACTIVITY_NOT_EDITABLE' })
  })
})

describe('postponing', () => {
  const postpone = (id: string, changes: Record<string, unknown> = {}, version = 1) =>
    perform(actions.postponeActivity.definition, coordinator, { id, version, ...times, ...where, ...changes })

  it('moves calendar and agenda along, and tells who holds or waits for a place and who manages it', async () => {
    const id = await makeActivity(world, { startsAt: new Date('2026-12-01T01:00:00Z') })
    await db.agendaItem.create({
      data: { activityId: id, position: 0, title: '开场', startsAt: new Date('2026-12-01T01:30:00Z') },
    })
    const { neighbour, principal, designated } = world.people
    await makePlace(world, id, { enterpriseId: world.enterprises.neighbour, userId: neighbour.userId })
    await makePlace(world, id, { enterpriseId: world.enterprises.member, state: 'WAITING' })
    await makePlace(world, id, { enterpriseId: world.enterprises.lead, state: 'WITHDRAWN' })
    expect((await postpone(id)).result.ok).toBe(true)
    const moved = await read(id)
    expect([moved.sequence, moved.version]).toEqual([1, 2])
    expect(moved.agenda[0]?.startsAt?.toISOString()).toBe('2026-12-08T01:30:00.000Z')
    const told = await db.notification.findMany({ where: { href: `/portal/activities/${id}` } })
    expect(told.map((one) => one.userId).sort()).toEqual([neighbour.userId, principal.userId, designated.userId].sort())
    expect(told[0]).toMatchObject({ kind: 'ACTIVITY_CHANGED', params: { startsAt: '2026-12-08T01:00:00.000Z' } })
  })

  it('is refused for a draft, for what has begun, into the past, and over an older version', async () => {
    const draft = await makeActivity(world, { state: 'DRAFT' })
    expect((await postpone(draft)).result).toMatchObject({ ok: false, code: 'ACTIVITY_NOT_PUBLISHED' })
    const begun = await makeActivity(world, { startsAt: inDays(-0.01) })
    expect((await postpone(begun)).result).toMatchObject({ ok: false, code: 'ACTIVITY_BEGUN' })
    const past = { startsAt: '2026-11-02T09:00', endsAt: '2026-11-02T10:00' }
    expect((await postpone(await makeActivity(world), past)).result).toMatchObject({
      ok: false,
      code: 'ACTIVITY_ALREADY_OVER',
    })
    expect((await postpone(await makeActivity(world), {}, 7)).result).toMatchObject({ ok: false, code: 'CONFLICT' })
  })
})

describe('the course of an activity', () => {
  const step = (action: { definition: unknown }, id: string, more: Record<string, unknown> = {}) =>
    perform(action.definition as typeof actions.holdActivity.definition, coordinator, { id, ...more })
  const stateOf = async (id: string) => (await read(id)).state

  it('goes from draft over published and held to closed, and twice is once', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    for (const _ of [1, 2]) expect((await step(actions.publishActivity, id)).result.ok).toBe(true)
    expect((await step(actions.holdActivity, id)).result).toMatchObject({ code: 'ACTIVITY_NOT_BEGUN' })
    setClock(inDays(7.01))
    for (const _ of [1, 2]) expect((await step(actions.holdActivity, id)).result.ok).toBe(true)
    expect((await step(actions.cancelActivity, id, { reason: '来不及' })).result).toMatchObject({
      code: 'ACTIVITY_ALREADY_HELD',
    })
    for (const _ of [1, 2]) expect((await step(actions.closeActivity, id)).result.ok).toBe(true)
    expect(await stateOf(id)).toBe('CLOSED')
    const records = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(records.map((one) => one.verb)).toEqual(['activity.publish', 'activity.hold', 'activity.close'])
  })

  it('is not published without a place, without an address, or when it is over', async () => {
    const bare = await makeActivity(world, { state: 'DRAFT', place: '' })
    expect((await step(actions.publishActivity, bare)).result).toMatchObject({ code: 'ACTIVITY_WITHOUT_PLACE' })
    const online = await makeActivity(world, { state: 'DRAFT', mode: 'ONLINE' })
    expect((await step(actions.publishActivity, online)).result).toMatchObject({ code: 'ACTIVITY_WITHOUT_ADDRESS' })
    const over = await makeActivity(world, { state: 'DRAFT', startsAt: inDays(-3) })
    expect((await step(actions.publishActivity, over)).result).toMatchObject({ code: 'ACTIVITY_ALREADY_OVER' })
  })

  it('ends with a cancellation that gives its reason to everybody registered', async () => {
    const id = await makeActivity(world)
    await makePlace(world, id, { enterpriseId: world.enterprises.neighbour, userId: world.people.neighbour.userId })
    expect((await step(actions.cancelActivity, id, { reason: '台风预警' })).result.ok).toBe(true)
    expect(await read(id)).toMatchObject({ state: 'CANCELLED', cancelReason: '台风预警', sequence: 1 })
    const told = await db.notification.findMany({ where: { href: `/portal/activities/${id}` } })
    expect(told).toMatchObject([{ kind: 'ACTIVITY_CANCELLED', params: { reason: '台风预警' } }])
  })

  it('is not cancelled once somebody has checked in', async () => {
    const id = await makeActivity(world, { startsAt: inDays(-0.01) })
    await db.attendance.create({
      data: {
        activityId: id,
        userId: world.people.neighbour.userId,
        enterpriseId: world.enterprises.neighbour,
        checkedInAt: worldNow,
        method: 'DOOR_DESK',
      },
    })
    expect((await step(actions.cancelActivity, id, { reason: '误发' })).result).toMatchObject({
      code: 'ACTIVITY_HAS_CHECK_INS',
    })
  })

  it('keeps its minutes by version', async () => {
    const id = await makeActivity(world, { state: 'HELD', startsAt: inDays(-2) })
    expect((await step(actions.writeMinutes, id, { minutes: '三项共识', version: 1 })).result.ok).toBe(true)
    expect((await step(actions.writeMinutes, id, { minutes: '别的', version: 1 })).result).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('is copied as a draft with its agenda, at another time', async () => {
    const made = await schedule()
    if (!made.result.ok) throw new Error(made.result.code)
    const { result } = await step(actions.copyActivity, made.result.data.id, { startsAt: '2027-01-05T13:30' })
    if (!result.ok) throw new Error(result.code)
    const copy = await read(result.data.id)
    expect(copy).toMatchObject({ state: 'DRAFT', title: '静电安全培训', placesTaken: 0 })
    expect(copy.endsAt.toISOString()).toBe('2027-01-05T08:00:00.000Z')
    expect(copy.agenda.map((line) => line.startsAt?.toISOString() ?? null)).toEqual(['2027-01-05T05:30:00.000Z', null])
  })
})

describe('the second alliance of an activity', () => {
  it('reads it and runs nothing of it; its coordinator may not take the host out', async () => {
    const id = await makeActivity(world, { alsoFor: [world.alliances.stations] })
    for (const name of ['otherCoordinator', 'otherLead', 'stranger'] as const) {
      const { result } = await perform(actions.cancelActivity.definition, await world.actor(name), {
        id,
        reason: '不办了',
      })
      expect(result).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    }
    const { result } = await perform(actions.editActivity.definition, coordinator, {
      id,
      version: 1,
      ...details,
      ...times,
      ...where,
    })
    expect(result).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  })
})
