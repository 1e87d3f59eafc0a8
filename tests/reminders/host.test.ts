import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelActivity, postponeActivity } from '@/lib/activities/actions'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { agreeToHost } from '@/lib/hosts/actions'
import { remindOfActivities } from '@/lib/reminders/jobs'
import { gateRules, makeHost, makeSiteVisit } from '../hosts/site-visit'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  await db.activity.updateMany({ data: { state: 'CANCELLED' } })
})

async function roundAt(at: Date): Promise<void> {
  setClock(at)
  await remindOfActivities()
}

const told = async (hostId: string, kind: string) =>
  (await db.notification.findMany({ where: { href: `/portal/hosts/${hostId}`, kind } }))
    .map(({ userId }) => userId)
    .sort()

const ofMember = () => [world.people.principal.userId, world.people.designated.userId].sort()

describe('the gate list', () => {
  it('is announced to the host once, a day before, however many rounds run at once', async () => {
    const activityId = await makeSiteVisit(world, { state: 'PUBLISHED' })
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    await roundAt(inDays(5.9))
    expect(await told(id, 'GATE_LIST_READY')).toEqual([])
    setClock(inDays(6))
    await Promise.all([remindOfActivities(), remindOfActivities(), remindOfActivities()])
    await roundAt(inDays(6.5))
    expect(await told(id, 'GATE_LIST_READY')).toEqual(ofMember())
  })

  it('is announced anew for another start, and for a visit that was published on the day before', async () => {
    const activityId = await makeSiteVisit(world, { state: 'PUBLISHED', startsAt: inDays(0.5) })
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    await db.activity.update({ where: { id: activityId }, data: { publishedAt: worldNow } })
    await roundAt(worldNow)
    expect(await told(id, 'GATE_LIST_READY')).toEqual(ofMember())
    const times = { startsAt: toLocal(inDays(3)), endsAt: toLocal(inDays(4)), registrationClosesAt: null }
    const where = { mode: 'ON_SITE' as const, place: '一号门', onlineUrl: '' }
    const input = { id: activityId, version: 1, ...times, ...where }
    expect((await act(world, 'coordinator', postponeActivity, input)).ok).toBe(true)
    await roundAt(inDays(2.1))
    expect(await told(id, 'GATE_LIST_READY')).toEqual([...ofMember(), ...ofMember()].sort())
  })

  it('is not announced of a visit that is cancelled, nor to a member that has not agreed', async () => {
    const cancelled = await makeSiteVisit(world, { state: 'PUBLISHED', startsAt: inDays(0.9) })
    const gone = await makeHost(world, { activityId: cancelled, visitorsMax: 20 })
    await act(world, 'coordinator', cancelActivity, { id: cancelled, reason: '改期' })
    const asked = await makeHost(world, {
      activityId: await makeSiteVisit(world, { state: 'PUBLISHED', startsAt: inDays(0.9) }),
    })
    await roundAt(worldNow)
    expect(await told(gone, 'GATE_LIST_READY')).toEqual([])
    expect(await told(asked, 'GATE_LIST_READY')).toEqual([])
  })
})

describe('a draft that moves', () => {
  const move = (id: string, startsAt: Date, updatedAt: Date) =>
    db.activity.update({ where: { id }, data: { startsAt, endsAt: inDays(20), updatedAt } })

  it('tells the host that had agreed once it is settled, once for each time, and it may agree anew', async () => {
    const activityId = await makeSiteVisit(world)
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    await move(activityId, inDays(9), worldNow)
    const minutes = (count: number) => inDays(count / (24 * 60))
    await roundAt(minutes(9))
    expect(await told(id, 'HOST_MOVED')).toEqual([])
    await roundAt(minutes(10))
    await roundAt(minutes(60))
    expect(await told(id, 'HOST_MOVED')).toEqual(ofMember())
    expect((await act(world, 'principal', agreeToHost, { id, ...gateRules })).ok).toBe(true)
    await move(activityId, inDays(12), minutes(60))
    await roundAt(minutes(80))
    expect(await told(id, 'HOST_MOVED')).toEqual([...ofMember(), ...ofMember()].sort())
  })

  it('tells nothing when it is back at the agreed time, or was never agreed to', async () => {
    const activityId = await makeSiteVisit(world)
    const id = await makeHost(world, { activityId, visitorsMax: 20 })
    await move(activityId, inDays(7), inDays(-1))
    const open = await makeSiteVisit(world)
    const asked = await makeHost(world, { activityId: open })
    await move(open, inDays(9), inDays(-1))
    await roundAt(worldNow)
    expect(await told(id, 'HOST_MOVED')).toEqual([])
    expect(await told(asked, 'HOST_MOVED')).toEqual([])
  })
})
