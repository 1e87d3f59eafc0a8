import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { buildWorld, type World } from '../support/world'
import { check, confirm, referenceCity, registryFile, upload } from './city'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await referenceCity()
})

const counts = async () => ({
  enterprises: await db.enterprise.count({ where: { creditCode: { startsWith: '9131' } } }),
  licences: await db.licence.count(),
  memberships: await db.membership.count({ where: { joinReason: { startsWith: '导入' } } }),
})

describe('the registry of 2026 through the portal', () => {
  let before: Awaited<ReturnType<typeof counts>>

  it('is checked: 2,076 new, 24 wrong, and nothing written', async () => {
    before = await counts()
    const id = await upload(world, registryFile)
    const checked = await check(id)
    expect(checked).toMatchObject({ state: 'CHECKED', newRows: 2_076, wrongRows: 24, totalRows: 2_100, changedRows: 0 })
    expect(await counts()).toEqual(before)
    await confirm(world, id, '2026-01-01')
  })

  it('is entered when it is confirmed, with licences and memberships', async () => {
    const after = await counts()
    expect(after.enterprises - before.enterprises).toBe(2_076)
    expect(after.licences).toBe(2_076)
    expect(after.memberships).toBe(2_076)
    const kept = await db.enterprise.findFirstOrThrow({
      where: { name: '上海浦达石油销售有限公司合展新加油站' },
      include: { licences: true, memberships: { include: { alliance: true } }, supervisingJurisdiction: true },
    })
    expect(kept).toMatchObject({
      creditCode: '91310115AYNKP53H5R',
      businessKind: 'FILLING_STATION',
      sizeClass: 'MEDIUM',
      employees: 24,
      locatedDistrictId: null,
      supervisingJurisdiction: { shortName: '青浦区' },
      licences: [{ number: '沪(油)危化经字[2022]200000', validFrom: null, validTo: new Date('2027-03-28') }],
      memberships: [{ alliance: { slug: 'filling-station' }, kind: 'MEMBER', joinedOn: new Date('2026-01-01') }],
    })
    const trail = await db.auditEvent.findMany({ where: { subjectId: kept.id } })
    expect(trail).toMatchObject([{ verb: 'enterprise.import', actorName: 'officer' }])
  })

  it('changes nothing the second time, and says so', async () => {
    const entered = await counts()
    const id = await upload(world, registryFile)
    expect(await check(id)).toMatchObject({ newRows: 0, changedRows: 0, unchangedRows: 2_076, wrongRows: 24 })
    expect(await confirm(world, id, '2026-01-01')).toMatchObject({ state: 'DONE', addedMemberships: 0 })
    expect(await counts()).toEqual(entered)
  })

  it('calls a row wrong that speaks of an entry which was merged into another', async () => {
    const [gone, kept] = await db.enterprise.findMany({
      where: { creditCode: { startsWith: '9131' }, licences: { some: {} } },
      orderBy: { name: 'asc' },
      take: 2,
      select: { id: true },
    })
    await db.enterprise.update({
      where: { id: gone?.id ?? '' },
      data: { mergedIntoId: kept?.id ?? '', closedOn: new Date('2026-11-23') },
    })
    const id = await upload(world, registryFile)
    expect(await check(id)).toMatchObject({ newRows: 0, changedRows: 0, unchangedRows: 2_075, wrongRows: 25 })
    const row = await db.importRow.findFirst({
      where: { importId: id, problems: { array_contains: [{ code: 'ENTERPRISE_MERGED' }] } },
      select: { enterpriseId: true, verdict: true },
    })
    expect(row).toEqual({ enterpriseId: null, verdict: 'WRONG' })
  })
})
