import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import { tellConcerned } from '@/lib/places/mutations'
import { cutWhileWriting } from '../support/cut'
import { inDays, makeActivity, makePeople, makePlace } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let coordinator: Actor
let people: string[]
beforeAll(async () => {
  world = await buildWorld()
  coordinator = await world.actor('coordinator')
  people = await makePeople(world.enterprises.member, 40)
})

/** What stands of an activity, and how often each person was told what. */
async function standOf(id: string) {
  const { state } = await db.activity.findUniqueOrThrow({ where: { id }, select: { state: true } })
  const told = await db.notification.findMany({
    where: { href: { endsWith: id } },
    select: { userId: true, kind: true },
  })
  return {
    state,
    invited: await db.invitation.count({ where: { activityId: id } }),
    told: told.length,
    isNobodyToldTwice: new Set(told.map(({ userId, kind }) => `${userId} ${kind}`)).size === told.length,
    audited: await db.auditEvent.count({ where: { subjectId: id } }),
  }
}

const publish = (id: string) => perform(actions.publishActivity.definition, coordinator, { id })
const close = (id: string) => perform(actions.closeActivity.definition, coordinator, { id })
const cancel = (id: string) => perform(actions.cancelActivity.definition, coordinator, { id, reason: '场地停电' })

const untouched = { told: 0, isNobodyToldTwice: true, audited: 0 }

/** Each is cut at another place: before the invitations, before the bell, before the trail. */
describe.each(['invitations', 'notifications', 'audit_events'])(
  'a program that dies while it writes into %s',
  (table) => {
    it('has published nothing and told nobody; the next press publishes once and tells everybody once', async () => {
      const id = await makeActivity(world, { state: 'DRAFT' })
      expect(await cutWhileWriting(table, () => publish(id))).toBe(true)
      expect(await standOf(id)).toEqual({ state: 'DRAFT', invited: 0, ...untouched })
      expect((await publish(id)).result.ok).toBe(true)
      expect((await publish(id)).result.ok).toBe(true)
      const stand = await standOf(id)
      expect(stand).toMatchObject({ state: 'PUBLISHED', isNobodyToldTwice: true, audited: 1 })
      expect(stand.told).toBe(stand.invited)
      expect(stand.told).toBeGreaterThan(people.length)
    })
  },
)

describe.each(['notifications', 'audit_events'])('a program that dies while it writes into %s', (table) => {
  it('has closed nothing; the next press closes once', async () => {
    const id = await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) })
    for (const userId of people) await makePlace(world, id, { enterpriseId: world.enterprises.member, userId })
    expect(await cutWhileWriting(table, () => close(id))).toBe(true)
    expect(await standOf(id)).toEqual({ state: 'HELD', invited: 0, ...untouched })
    await Promise.all([close(id), close(id)])
    const stand = await standOf(id)
    expect(stand).toMatchObject({ state: 'CLOSED', isNobodyToldTwice: true, audited: 1 })
    expect(stand.told).toBeGreaterThanOrEqual(people.length)
  })

  it('has cancelled nothing; the next press cancels once, and tells everyone who was told of it', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    await publish(id)
    const before = await standOf(id)
    expect(await cutWhileWriting(table, () => cancel(id))).toBe(true)
    expect(await standOf(id)).toEqual(before)
    await Promise.all([cancel(id), cancel(id)])
    expect(await standOf(id)).toEqual({
      ...before,
      state: 'CANCELLED',
      told: before.told * 2,
      audited: before.audited + 1,
    })
  })
})

describe('the same with a sabotaged twin', () => {
  it('that does not hold its steps together leaves half of it, so that the tests above would have seen it', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    await publish(id)
    const before = await standOf(id)
    const halves = async () => {
      await db.activity.update({ where: { id }, data: { state: 'CANCELLED' } })
      await db.$transaction((tx) => tellConcerned(tx, { activityId: id, kind: 'ACTIVITY_CANCELLED', at: worldNow }))
    }
    expect(await cutWhileWriting('notifications', halves)).toBe(true)
    expect(await standOf(id)).toEqual({ ...before, state: 'CANCELLED' })
  })
})
