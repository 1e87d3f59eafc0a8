import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import {
  cancelActivity,
  closeActivity,
  holdActivity,
  postponeActivity,
  publishActivity,
} from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
let coordinator: Actor
beforeAll(async () => {
  world = await buildWorld()
  coordinator = await world.actor('coordinator')
})
beforeEach(() => setClock(worldNow))

const publish = async (id: string) => (await perform(publishActivity.definition, coordinator, { id })).result
const draft = (more: Parameters<typeof makeActivity>[1] = {}) => makeActivity(world, { state: 'DRAFT', ...more })

/** Who was told of an activity, one entry for each time, by kind. */
async function told(id: string): Promise<Record<string, string[]>> {
  const rows = await db.notification.findMany({ where: { href: `/portal/activities/${id}` } })
  const byKind: Record<string, string[]> = {}
  for (const { kind, userId } of rows) (byKind[kind] ??= []).push(userId)
  for (const people of Object.values(byKind)) people.sort()
  return byKind
}

const ids = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

describe('publishing', () => {
  it('invites who holds a mandate of a member today, and nobody else', async () => {
    const id = await draft()
    expect((await publish(id)).ok).toBe(true)
    // The clerk works there without a mandate, the mandate of another one has run out, others are of another alliance.
    expect(await told(id)).toEqual({ ACTIVITY_INVITED: ids('lead', 'principal', 'designated', 'neighbour') })
  })

  it('says what it is about, when and where, and leads to its page', async () => {
    const id = await draft({ title: '静电防护交流会' })
    await publish(id)
    const one = await db.notification.findFirstOrThrow({ where: { href: `/portal/activities/${id}` } })
    expect(one.params).toMatchObject({
      title: '静电防护交流会',
      place: '漕泾镇会议中心',
      startsAt: inDays(7).toISOString(),
    })
  })

  it('twice, or by two at once, invites once', async () => {
    const id = await draft()
    await Promise.all([publish(id), publish(id)])
    await publish(id)
    expect((await told(id))['ACTIVITY_INVITED']).toEqual(ids('lead', 'principal', 'designated', 'neighbour'))
  })

  it('invites the members of each alliance that it is open to, a person in two of them once', async () => {
    const joined = await db.membership.create({
      data: {
        allianceId: world.alliances.stations,
        enterpriseId: world.enterprises.neighbour,
        kind: 'MEMBER',
        joinedOn: new Date('2026-01-01'),
      },
      select: { id: true },
    })
    const id = await draft({ alsoFor: [world.alliances.stations] })
    await publish(id)
    const all = ids('lead', 'principal', 'designated', 'neighbour', 'otherLead', 'stranger')
    expect((await told(id))['ACTIVITY_INVITED']).toEqual(all)
    await db.membership.delete({ where: { id: joined.id } })
  })

  it('goes by the membership on the Beijing day of the activity', async () => {
    const leftOn = new Date('2026-12-01')
    await db.membership.update({ where: { id: world.memberships.neighbour }, data: { leftOn } })
    const lastDay = await draft({ startsAt: new Date('2026-11-30T15:59:00Z') })
    const dayAfter = await draft({ startsAt: new Date('2026-11-30T16:00:00Z') })
    await publish(lastDay)
    await publish(dayAfter)
    expect((await told(lastDay))['ACTIVITY_INVITED']).toContain(world.people.neighbour.userId)
    expect((await told(dayAfter))['ACTIVITY_INVITED']).not.toContain(world.people.neighbour.userId)
    await db.membership.update({ where: { id: world.memberships.neighbour }, data: { leftOn: null } })
  })

  it('invites nobody when it is refused', async () => {
    const id = await draft({ place: '' })
    expect((await publish(id)).ok).toBe(false)
    expect(await told(id)).toEqual({})
  })
})

describe('whoever was invited', () => {
  it('is told of a cancellation once, registered or not', async () => {
    const id = await draft()
    await publish(id)
    await makePlace(world, id, { enterpriseId: world.enterprises.neighbour, userId: world.people.neighbour.userId })
    await perform(cancelActivity.definition, coordinator, { id, reason: '台风预警' })
    expect((await told(id))['ACTIVITY_CANCELLED']).toEqual(ids('lead', 'principal', 'designated', 'neighbour'))
  })

  it('is told although the mandate has ended since', async () => {
    const id = await draft()
    await publish(id)
    const held = { userId: world.people.neighbour.userId, validTo: null }
    const before = await db.mandate.findMany({ where: held, select: { id: true } })
    await db.mandate.updateMany({ where: held, data: { validTo: new Date('2026-11-23') } })
    await perform(cancelActivity.definition, coordinator, { id, reason: '台风预警' })
    expect((await told(id))['ACTIVITY_CANCELLED']).toContain(world.people.neighbour.userId)
    await db.mandate.updateMany({ where: { id: { in: before.map((one) => one.id) } }, data: { validTo: null } })
  })

  it('is not told how it ended unless registered', async () => {
    const id = await draft({ startsAt: inDays(1) })
    await publish(id)
    await makePlace(world, id, { enterpriseId: world.enterprises.neighbour, userId: world.people.neighbour.userId })
    setClock(inDays(2))
    await perform(holdActivity.definition, coordinator, { id })
    expect((await perform(closeActivity.definition, coordinator, { id })).result.ok).toBe(true)
    expect((await told(id))['ACTIVITY_REVIEWED'] ?? []).toEqual(ids('neighbour'))
  })

  it('is told of another time', async () => {
    const id = await draft()
    await publish(id)
    const { version } = await db.activity.findUniqueOrThrow({ where: { id }, select: { version: true } })
    const { result } = await perform(postponeActivity.definition, coordinator, {
      id,
      version,
      startsAt: '2026-12-08T09:00',
      endsAt: '2026-12-08T11:30',
      registrationClosesAt: null,
      mode: 'ON_SITE',
      place: '漕泾镇会议中心',
      onlineUrl: '',
    })
    expect(result.ok).toBe(true)
    expect((await told(id))['ACTIVITY_CHANGED']).toEqual(ids('lead', 'principal', 'designated', 'neighbour'))
  })
})
