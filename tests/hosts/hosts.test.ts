import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postponeActivity, publishActivity } from '@/lib/activities/actions'
import { writeCheckIn } from '@/lib/activities/draft-actions'
import { db } from '@/lib/core/db'
import { agreeToHost, askHost, declineToHost, releaseHost, withdrawAsHost } from '@/lib/hosts/actions'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { gateRules, makeHost, makeSiteVisit } from './site-visit'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const stateOf = (id: string) => db.activity.findUniqueOrThrow({ where: { id } })
const hostOf = (id: string) => db.visitHost.findUniqueOrThrow({ where: { id } })

const told = async (hostId: string, kind: string) =>
  (await db.notification.findMany({ where: { href: `/portal/hosts/${hostId}`, kind } }))
    .map(({ userId }) => userId)
    .sort()

const people = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

const publish = (id: string) => act(world, 'coordinator', publishActivity, { id })

describe('asking', () => {
  it('asks a member of the activity’s alliances and tells it; a stranger, or a second one beside it, is refused', async () => {
    const activityId = await makeSiteVisit(world)
    const ask = (firm: keyof World['enterprises']) =>
      act(world, 'coordinator', askHost, { activityId, enterpriseId: world.enterprises[firm], message: '雷电防护' })
    expect(await ask('stranger')).toMatchObject({ code: 'INVALID', fields: { enterpriseId: 'NOT_A_CHOICE' } })
    const [first, again] = [await ask('member'), await ask('member')]
    const id = first.ok ? first.data.id : ''
    expect(again).toMatchObject({ ok: true, data: { id, isNew: false } })
    expect(await ask('neighbour')).toMatchObject({ code: 'HOST_ALREADY_ASKED' })
    expect(await told(id, 'HOST_ASKED')).toEqual(people('principal', 'designated'))
  })

  it('asks one of two when two organisers ask at once, and the table would hold it without the lock', async () => {
    const activityId = await makeSiteVisit(world)
    const both = await Promise.all(
      (['member', 'neighbour'] as const).map((firm) =>
        act(world, 'coordinator', askHost, { activityId, enterpriseId: world.enterprises[firm], message: '' }),
      ),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['HOST_ALREADY_ASKED', 'ok'])
    await expect(makeHost(world, { activityId, firm: 'lead' })).rejects.toMatchObject({ code: 'P2002' })
  })

  it('is of a site visit that has not begun', async () => {
    const activityId = await makeSiteVisit(world)
    await db.activity.update({ where: { id: activityId }, data: { kind: 'TRAINING' } })
    const enterpriseId = world.enterprises.member
    const ask = (id: string) => act(world, 'officer', askHost, { activityId: id, enterpriseId, message: '' })
    expect(await ask(activityId)).toMatchObject({ code: 'ACTIVITY_SEEKS_NO_HOST' })
    expect(await ask(await makeSiteVisit(world, { state: 'CANCELLED' }))).toMatchObject({
      code: 'ACTIVITY_SEEKS_NO_HOST',
    })
  })
})

describe('agreeing', () => {
  it('makes the visit ready to publish, bounded by the host’s limit, which no later edit goes beyond', async () => {
    const activityId = await makeSiteVisit(world, { capacity: null })
    const id = await makeHost(world, { activityId })
    expect(await publish(activityId)).toMatchObject({ code: 'VISIT_WITHOUT_HOST' })
    expect(await act(world, 'principal', agreeToHost, { id, ...gateRules })).toMatchObject({ ok: true })
    expect(await told(id, 'HOST_AGREED')).toEqual(people('coordinator', 'deputy'))
    const { version, capacity } = await stateOf(activityId)
    expect(capacity).toBe(20)
    const write = { id: activityId, isDone: false, registrationOpensAt: null, registrationClosesAt: null }
    for (const beyond of [21, null])
      expect(await act(world, 'coordinator', writeCheckIn, { ...write, version, capacity: beyond })).toMatchObject({
        code: 'CAPACITY_BEYOND_HOST',
        fields: { capacity: 'BEYOND_HOST' },
      })
    expect(await publish(activityId)).toMatchObject({ ok: true })
    expect((await act(world, 'principal', agreeToHost, { id, ...gateRules, visitorsMax: 10 })).ok).toBe(true)
    expect((await stateOf(activityId)).capacity).toBe(10)
  })

  it('holds for the time that was agreed to: a draft that moves has no host until it agrees again', async () => {
    const activityId = await makeSiteVisit(world)
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    const later = inDays(9)
    await db.activity.update({ where: { id: activityId }, data: { startsAt: later, endsAt: inDays(10) } })
    expect(await publish(activityId)).toMatchObject({ code: 'VISIT_WITHOUT_HOST' })
    await act(world, 'principal', agreeToHost, { id, ...gateRules })
    expect(await hostOf(id)).toMatchObject({ agreedStartsAt: later })
    expect(await publish(activityId)).toMatchObject({ ok: true })
  })

  it('does not go below the places that are given, and leaves no trace of trying', async () => {
    const activityId = await makeSiteVisit(world, { state: 'PUBLISHED' })
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    await makePlace(world, activityId, { enterpriseId: world.enterprises.lead })
    await makePlace(world, activityId, { enterpriseId: world.enterprises.neighbour })
    const tried = await act(world, 'principal', agreeToHost, { id, ...gateRules, visitorsMax: 1 })
    expect(tried).toMatchObject({ code: 'CAPACITY_BELOW_TAKEN', fields: { visitorsMax: 'BELOW_TAKEN' } })
    expect(await hostOf(id)).toMatchObject({ visitorsMax: 20 })
  })

  it('and publishing at once: never published without a host, whoever is first', async () => {
    const activityId = await makeSiteVisit(world, { capacity: 15 })
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    const [published, withdrawn] = await Promise.all([
      publish(activityId),
      act(world, 'principal', withdrawAsHost, { id, reason: '装置检修' }),
    ])
    const { state } = await stateOf(activityId)
    expect(withdrawn.ok).toBe(true)
    expect(state).toBe(published.ok ? 'PUBLISHED' : 'DRAFT')
    if (published.ok) expect(await told(id, 'HOST_WITHDREW')).not.toEqual([])
    else expect(['CONFLICT', 'VISIT_WITHOUT_HOST', 'ACTIVITY_NOT_A_DRAFT']).toContain(published.code)
  })

  it('would publish without one where the write does not repeat the rule: the sabotaged twin', async () => {
    const activityId = await makeSiteVisit(world)
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    const saw = (await hostOf(id)).state === 'AGREED'
    await act(world, 'principal', withdrawAsHost, { id, reason: '装置检修' })
    const blind = await db.activity.updateMany({
      where: { id: activityId, state: 'DRAFT' },
      data: { state: saw ? 'PUBLISHED' : 'DRAFT' },
    })
    expect(blind.count).toBe(1)
    expect(await db.visitHost.count({ where: { activityId, state: 'AGREED' } })).toBe(0)
  })
})

describe('ending', () => {
  it('tells the other side why, once however often it is pressed, and another one may be asked', async () => {
    const activityId = await makeSiteVisit(world)
    const id = await makeHost(world, { activityId })
    for (const isNew of [true, false])
      expect(await act(world, 'designated', declineToHost, { id, reason: '装置检修' })).toMatchObject({
        data: { isNew },
      })
    expect(await told(id, 'HOST_DECLINED')).toEqual(people('coordinator', 'deputy'))
    expect(await act(world, 'principal', agreeToHost, { id, ...gateRules })).toMatchObject({ code: 'HOST_NOT_ASKED' })
    const next = await makeHost(world, { activityId, visitorsMax: 20 })
    expect(await act(world, 'lead', releaseHost, { id: next, reason: '改到另一家' })).toMatchObject({ ok: true })
    expect(await told(next, 'HOST_RELEASED')).toEqual(people('principal', 'designated'))
    const enterpriseId = world.enterprises.neighbour
    expect((await act(world, 'lead', askHost, { activityId, enterpriseId, message: '' })).ok).toBe(true)
  })

  it('is not once the visit has begun', async () => {
    const activityId = await makeSiteVisit(world, { state: 'PUBLISHED' })
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    setClock(inDays(7.01))
    for (const action of [withdrawAsHost, releaseHost]) {
      const name = action === releaseHost ? 'officer' : 'principal'
      expect(await act(world, name, action, { id, reason: '装置检修' })).toMatchObject({ code: 'VISIT_NOT_OPEN' })
    }
  })
})

it('the host hears when the visit is moved, as those do who were invited', async () => {
  const activityId = await makeSiteVisit(world, { state: 'PUBLISHED', capacity: 20 })
  await makeHost(world, { activityId, visitorsMax: 20 })
  const { version } = await stateOf(activityId)
  const moved = await act(world, 'coordinator', postponeActivity, {
    id: activityId,
    version,
    startsAt: '2026-12-03T09:00',
    endsAt: '2026-12-03T11:00',
    registrationClosesAt: null,
    mode: 'ON_SITE',
    place: '漕泾镇',
    onlineUrl: '',
  })
  expect(moved.ok).toBe(true)
  const heard = await db.notification.findMany({
    where: { kind: 'ACTIVITY_CHANGED', href: `/portal/activities/${activityId}` },
  })
  expect(heard.map(({ userId }) => userId).sort()).toEqual(people('principal', 'designated'))
})
