import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/access/perform'
import { editActivity } from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/registrations/actions'
import { setClock } from '../support/clock'
import { makeActivity, makePeople } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let principal: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await buildWorld()
  principal = await world.actor('principal')
  coordinator = await world.actor('coordinator')
})
beforeEach(() => setClock(worldNow))

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

describe('more places', () => {
  const edit = async (id: string, capacity: number | null) => {
    const { title, startsAt, endsAt, version } = await db.activity.findUniqueOrThrow({ where: { id } })
    const local = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
    return perform(editActivity.definition, coordinator, {
      id,
      version,
      kind: 'EXCHANGE_MEETING',
      title,
      description: '',
      capacity,
      registrationOpensAt: null,
      registrationClosesAt: null,
      allianceIds: [],
      agenda: [],
      startsAt: local(startsAt),
      endsAt: local(endsAt),
      mode: 'ON_SITE',
      place: '漕泾镇会议中心',
      onlineUrl: '',
    })
  }

  it('move the waiting list up, and none at all the whole of it', async () => {
    const id = await makeActivity(world, { capacity: 1 })
    const people = await makePeople(world.enterprises.member, 5)
    for (const userId of people) await register(id, [userId])
    expect((await edit(id, 3)).result.ok).toBe(true)
    const placed = (await rowsOf(id)).filter((row) => row.state === 'PLACED').map((row) => row.userId)
    expect(placed.sort()).toEqual(people.slice(0, 3).sort())
    expect((await edit(id, null)).result.ok).toBe(true)
    expect(await takenOf(id)).toBe(5)
  })

  it('and fewer than are taken are refused', async () => {
    const id = await makeActivity(world, { capacity: 3 })
    await register(id, [], { unnamedPlaces: 2 })
    expect((await edit(id, 1)).result).toMatchObject({
      ok: false,
      code: 'CAPACITY_BELOW_TAKEN',
      fields: { capacity: 'BELOW_TAKEN' },
      params: { taken: 2 },
    })
  })
})
