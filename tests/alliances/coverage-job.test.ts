import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { warningDue } from '@/lib/alliances/coverage-rules'
import { listGapsAhead } from '@/lib/alliances/coverage-queries'
import { watchCoverage } from '@/lib/alliances/jobs'
import { plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { buildWorld, worldToday, type World } from '../support/world'

let world: World
let standing: string
beforeAll(async () => {
  world = await buildWorld()
  const { id } = await db.insurerAppointment.findFirstOrThrow({
    where: { allianceId: world.alliances.coatings, endsOn: null },
  })
  standing = id
})

const endsIn = (days: number) =>
  db.insurerAppointment.update({ where: { id: standing }, data: { endsOn: toDate(plusDays(worldToday, days)) } })

const told = () => db.notification.findMany({ where: { kind: 'COVERAGE_ENDS' }, include: { user: true } })

beforeEach(async () => {
  await db.notification.deleteMany()
  await db.coverageWarning.deleteMany()
  await db.insurerAppointment.update({ where: { id: standing }, data: { endsOn: null } })
})

describe('an alliance that will have no named person', () => {
  it('is told to the bureau and to whoever serves it, thirty and seven days before, each once', async () => {
    await endsIn(31)
    await watchCoverage()
    expect(await told()).toEqual([])
    await endsIn(30)
    await Promise.all([watchCoverage(), watchCoverage()])
    await watchCoverage()
    const first = await told()
    expect(first.map(({ user }) => user.name).toSorted()).toEqual([
      'administrator',
      'coordinator',
      'deputy',
      'officer',
      'revoked',
    ])
    expect(first[0]).toMatchObject({
      params: { title: '油漆涂料行业安全联盟', from: plusDays(worldToday, 30) },
      href: '/portal/alliances/coatings/insurer',
    })
    await db.coverageWarning.updateMany({ data: { gapFrom: toDate(plusDays(worldToday, 7)) } })
    await endsIn(7)
    await watchCoverage()
    await watchCoverage()
    expect(await told()).toHaveLength(10)
  })

  it('stands on the bureau’s home with its day, and on nobody else’s', async () => {
    await endsIn(40)
    const gaps = await listGapsAhead(await world.actor('officer'))
    expect(gaps).toMatchObject([{ slug: 'coatings', gap: { from: plusDays(worldToday, 40) } }])
    expect(await listGapsAhead(await world.actor('jinshan'))).toEqual([])
    await endsIn(70)
    expect(await listGapsAhead(await world.actor('officer'))).toEqual([])
  })

  it('says since when, where the person is gone already', async () => {
    await endsIn(-3)
    expect(await listGapsAhead(await world.actor('officer'))).toMatchObject([
      { slug: 'coatings', gap: { from: plusDays(worldToday, -3) } },
    ])
  })
})

describe('which warning is due', () => {
  it.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-7, 7],
    [-8, null],
  ])('%i days ahead: %s', (ahead, due) => {
    expect(warningDue(plusDays(worldToday, ahead), worldToday)).toBe(due)
  })
})
