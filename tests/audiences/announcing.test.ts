import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelActivity, postponeActivity, publishActivity } from '@/lib/activities/actions'
import { listPublicWeek, listPublicYear } from '@/lib/activities/public-queries'
import { isNarrow, narrowActivities } from '@/lib/alliances/announcing-policy'
import { listPublicAlliances } from '@/lib/alliances/queries'
import { listOpenCheckIns } from '@/lib/attendance/code-queries'
import { leaveOutEnterprise } from '@/lib/audiences/actions'
import { fromLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { listNextActivities } from '@/lib/reports/home-queries'
import { findActivities } from '@/lib/search/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await db.allianceRobot.create({
    data: {
      allianceId: world.alliances.coatings,
      sealedKey: 'sealed',
      keyEnd: '5aaa',
      setById: world.people.coordinator.userId,
      setAt: worldNow,
    },
  })
})
beforeEach(() => setClock(worldNow))

const hrefOf = (id: string) => `/portal/activities/${id}`
const saidOf = async (id: string) =>
  (await db.robotMessage.findMany({ where: { href: hrefOf(id) }, orderBy: { id: 'asc' } })).map(({ body }) =>
    body.slice(0, 4),
  )
const homeOf = async (name: ActorName) => (await listNextActivities(await world.actor(name), 50)).map(({ id }) => id)

type Rule = Omit<Prisma.AudienceRuleUncheckedCreateInput, 'activityId'>

/** For the firms of Jinshan, of which the neighbour is none. */
const ofJinshan = (): Rule => ({ jurisdictions: { create: { jurisdictionId: world.jurisdictions.jinshan } } })

async function published(rule: Rule | null, startsAt = inDays(2)): Promise<string> {
  const id = await makeActivity(world, { state: 'DRAFT', startsAt })
  if (rule) await db.audienceRule.create({ data: { activityId: id, ...rule } })
  expect((await act(world, 'coordinator', publishActivity, { id })).ok).toBe(true)
  return id
}

describe('a narrow activity', () => {
  it('is one that leaves firms out, by either definition', async () => {
    const rules: [Rule | null, boolean][] = [
      [null, false],
      [{ businessKinds: [], mandateKinds: ['PRINCIPAL'] }, false],
      [ofJinshan(), true],
      [{ isUntrainedOnly: true }, true],
      [{ businessKinds: ['PRODUCTION'] }, true],
      [{ exclusions: { create: { enterpriseId: world.enterprises.neighbour } } }, true],
    ]
    for (const [rule, expected] of rules) {
      const id = await makeActivity(world)
      if (rule) await db.audienceRule.create({ data: { activityId: id, ...rule } })
      const [row] = await db.$queryRaw<{ is: boolean }[]>`SELECT ${isNarrow(Prisma.sql`${id}::uuid`)} AS is`
      const counted = await db.activity.count({ where: { AND: [{ id }, narrowActivities] } })
      const others = await db.activity.count({ where: { AND: [{ id }, { NOT: narrowActivities }] } })
      expect([row?.is, counted, others]).toEqual([expected, expected ? 1 : 0, expected ? 0 : 1])
    }
  })

  it('is told of in no group, nor one that is for principals only; one that is for all is', async () => {
    expect(await saidOf(await published(ofJinshan()))).toEqual([])
    expect(await saidOf(await published({ mandateKinds: ['PRINCIPAL'] }))).toEqual([])
    expect(await saidOf(await published(null))).toEqual(['邀请参加'])
  })

  it('that was for all is told of no more, but a group that read of it reads that it is cancelled', async () => {
    const [heard, unheard] = [await published(null), await published(null)]
    await db.robotMessage.updateMany({ where: { href: hrefOf(heard) }, data: { state: 'SENT' } })
    for (const activityId of [heard, unheard])
      await act(world, 'coordinator', leaveOutEnterprise, { activityId, enterpriseId: world.enterprises.neighbour })
    expect(await saidOf(unheard)).toEqual([])
    const { version } = await db.activity.findUniqueOrThrow({ where: { id: heard } })
    const moved = { startsAt: '2026-12-02T10:00', endsAt: '2026-12-02T12:00', registrationClosesAt: null }
    const where = { mode: 'ON_SITE' as const, place: '漕泾镇会议中心', onlineUrl: '' }
    const postponed = await act(world, 'coordinator', postponeActivity, { id: heard, version, ...moved, ...where })
    expect(postponed.ok).toBe(true)
    expect(await saidOf(heard)).toEqual(['邀请参加'])
    for (const id of [heard, unheard]) await act(world, 'coordinator', cancelActivity, { id, reason: '场地检修' })
    expect((await saidOf(heard)).sort()).toEqual(['活动已取', '邀请参加'])
    expect(await saidOf(unheard)).toEqual([])
  })

  it('is not among the public dates until it was held', async () => {
    const anyone = await world.actor('anonymous')
    const held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-1) })
    await db.audienceRule.create({ data: { activityId: held, ...ofJinshan() } })
    const narrow = await published(ofJinshan(), inDays(1))
    const wide = await published(null, inDays(3))
    const next = async () =>
      (await listPublicAlliances(anyone)).find(({ id }) => id === world.alliances.coatings)?.nextActivityAt
    for (const rows of [await listPublicWeek(anyone), await listPublicYear(anyone, world.alliances.coatings)]) {
      const ids = rows.map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining([held, wide]))
      expect(ids).not.toContain(narrow)
    }
    expect(await next()).toEqual(inDays(2))
  })

  it('is offered at home to whom it invited, who has a place and who leads, and is found by whoever looks', async () => {
    const [narrow, wide] = [await published(ofJinshan()), await published(null)]
    for (const name of ['principal', 'designated', 'lead'] as const)
      expect(await homeOf(name)).toEqual(expect.arrayContaining([narrow, wide]))
    expect(await homeOf('neighbour')).toContain(wide)
    expect(await homeOf('neighbour')).not.toContain(narrow)
    const { title } = await db.activity.findUniqueOrThrow({ where: { id: narrow } })
    const found = await findActivities(await world.actor('neighbour'), title, 5)
    expect(found.rows.map(({ id }) => id)).toContain(narrow)
    await makePlace(world, narrow, { enterpriseId: world.enterprises.neighbour })
    expect(await homeOf('neighbour')).toContain(narrow)
  })

  it('asks nobody outside to check in', async () => {
    const soon = new Date(worldNow.getTime() + 60_000)
    const [narrow, wide] = [await published(ofJinshan(), soon), await published(null, soon)]
    const openTo = async (name: ActorName) =>
      (await listOpenCheckIns(await world.actor(name), worldNow)).map(({ id }) => id)
    expect(await openTo('principal')).toEqual(expect.arrayContaining([narrow, wide]))
    expect(await openTo('neighbour')).toEqual([wide])
    expect(await openTo('coordinator')).toEqual(expect.arrayContaining([narrow, wide]))
  })

  it('has told nobody outside, in the portal, by mail or in a digest', async () => {
    const id = await published(ofJinshan())
    const told = await db.notification.findMany({ where: { href: hrefOf(id) }, select: { userId: true } })
    const { lead, principal, designated } = world.people
    expect(told.map(({ userId }) => userId).sort()).toEqual([lead.userId, principal.userId, designated.userId].sort())
    setClock(fromLocal('2026-11-24T22:00'))
    await act(world, 'coordinator', cancelActivity, { id, reason: '场地检修' })
    expect(await db.notification.count({ where: { href: hrefOf(id) } })).toBe(6)
  })
})
