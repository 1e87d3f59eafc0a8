import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysBetween, plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { remindJurisdiction } from '@/lib/registry/licence-mutations'
import { countEndingLicences, listEndingLicences } from '@/lib/registry/licence-queries'
import { rungDays, stepOf } from '@/lib/registry/licence-rules'
import { licenceRungs } from '@/lib/registry/rules'
import { buildWorld, worldNow, worldToday, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await db.licence.deleteMany()
  await db.notification.deleteMany()
})

let serial = 0
const licence = (enterpriseId: string, daysLeft: number) =>
  db.licence.create({
    data: {
      enterpriseId,
      kind: 'SAFETY_PRODUCTION',
      number: `沪WH安许证字${(serial += 1)}`,
      validTo: toDate(plusDays(worldToday, daysLeft)),
    },
  })

const remind = (day = worldToday, jurisdictionId = world.jurisdictions.jinshan) =>
  db.$transaction((tx) => remindJurisdiction(tx, jurisdictionId, { today: day, at: worldNow }))

const told = (userId: string) =>
  db.notification.findMany({ where: { userId }, select: { kind: true, params: true }, orderBy: { id: 'asc' } })

describe('the ladder', () => {
  it('tells its last step that holds, and none too early or too late', () => {
    expect([-1, 0, 7, 8, 30, 31, 90, 91].map(stepOf)).toEqual([null, 7, 7, 30, 30, 90, 90, null])
  })

  it('has for every day up to the ninetieth exactly one rung, which says the step', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (daysLeft) => {
        const day = plusDays(worldToday, daysLeft)
        expect(daysBetween(worldToday, day)).toBe(daysLeft)
        const rungs = licenceRungs.filter((rung) => {
          const { from, to } = rungDays(rung, worldToday)
          return (from === null || day >= from) && day <= to
        })
        const step = stepOf(daysLeft)
        const expected = daysLeft < 0 ? 'EXPIRED' : step && `D${step}`
        expect(rungs).toEqual(expected ? [expected] : [])
      }),
    )
  })
})

describe('a licence that runs out', () => {
  it('is told to the principal of its enterprise and to whoever acts for its jurisdiction, once', async () => {
    const { number } = await licence(world.enterprises.member, 25)
    expect(await remind()).toBe(1)
    expect(await told(world.people.principal.userId)).toMatchObject([
      { kind: 'LICENCE_EXPIRING', params: { number, day: '2026-12-19', days: '30' } },
    ])
    for (const name of ['jinshan', 'jinshanAdministrator'] as const)
      expect(await told(world.people[name].userId)).toMatchObject([
        { kind: 'LICENCES_EXPIRING', params: { count: '1', days: '30' } },
      ])
    for (const name of ['fengxian', 'designated', 'clerk', 'lead', 'coordinator', 'officer'] as const)
      expect(await told(world.people[name].userId), name).toEqual([])
    expect(await remind()).toBe(0)
    expect(await told(world.people.principal.userId)).toHaveLength(1)
  })

  it('is told three times on its way, and again when it is renewed', async () => {
    const { id } = await licence(world.enterprises.member, 91)
    const days = [0, 1, 2, 60, 61, 62, 84, 85, 91, 92]
    const heard: number[] = []
    for (const day of days) heard.push(await remind(plusDays(worldToday, day)))
    expect(heard).toEqual([0, 1, 0, 0, 1, 0, 1, 0, 0, 0])
    await db.licence.update({ where: { id }, data: { validTo: toDate(plusDays(worldToday, 140)) } })
    expect(await remind(plusDays(worldToday, 92))).toBe(1)
  })

  it('is told once by two rounds at the same moment', async () => {
    await licence(world.enterprises.member, 5)
    await Promise.all([remind(), remind(), remind()])
    expect(await told(world.people.principal.userId)).toHaveLength(1)
    expect(await db.licenceReminder.count()).toBe(1)
  })

  it('of a closed enterprise is nobody’s concern', async () => {
    const { id } = await db.enterprise.create({
      data: {
        creditCode: '91310116MA1J000075',
        name: '上海庚关闭企业有限公司',
        businessKind: 'USE',
        supervisingJurisdictionId: world.jurisdictions.jinshan,
        closedOn: toDate('2026-10-01'),
      },
    })
    await licence(id, 5)
    expect(await remind()).toBe(0)
    expect((await countEndingLicences(await world.actor('officer'))).D7).toBe(0)
  })

  it('stands on its rung of the list, for the city and for its own jurisdiction', async () => {
    const ends = [-3, 2, 20, 60, 200]
    for (const daysLeft of ends) await licence(world.enterprises.member, daysLeft)
    await licence(world.enterprises.neighbour, 3)
    expect(await countEndingLicences(await world.actor('officer'))).toEqual({ EXPIRED: 1, D7: 2, D30: 1, D90: 1 })
    expect(await countEndingLicences(await world.actor('jinshan'))).toEqual({ EXPIRED: 1, D7: 1, D30: 1, D90: 1 })
    expect(await countEndingLicences(await world.actor('coordinator'))).toEqual({ EXPIRED: 0, D7: 0, D30: 0, D90: 0 })
    const { rows } = await listEndingLicences(await world.actor('officer'), 'D7')
    expect(rows.map(({ enterprise, validTo }) => [enterprise.id, validTo])).toEqual([
      [world.enterprises.member, '2026-11-26'],
      [world.enterprises.neighbour, '2026-11-27'],
    ])
  })
})
