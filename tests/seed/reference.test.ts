import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { seedReference, type Reference } from '@/prisma/seed/reference'

const write = () => db.$transaction((tx) => seedReference(tx))

let reference: Reference
beforeAll(async () => {
  reference = await write()
})

describe('what every database of the portal holds', () => {
  it('nine alliances in the order of the notice’s body, each found under the annex’s name too', async () => {
    const alliances = await db.alliance.findMany({ orderBy: { sortOrder: 'asc' } })
    expect(alliances.map(({ name }) => name).join('、')).toBe(
      '石油化工、精细化工、油气储存、化工医药、油漆涂料、工业气体、仓储经营、加油站、化学试剂',
    )
    const { aliases } = await db.alliance.findUniqueOrThrow({ where: { slug: 'pharmaceutical' } })
    expect(aliases).toEqual(expect.arrayContaining(['医药化工', '医药化工安全联盟', '化工医药行业安全联盟']))
    expect(alliances.every(({ shortName }) => [...shortName].length === 2)).toBe(true)
  })

  it('no name and no alias means two things', async () => {
    const alliances = await db.alliance.findMany()
    const bodies = await db.jurisdiction.findMany()
    for (const named of [
      alliances.flatMap(({ name, aliases }) => [name, ...aliases]),
      bodies.flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases]),
      bodies.flatMap(({ code, formerCodes }) => [code, ...formerCodes]),
    ])
      expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([])
  })

  it('eighteen bodies, two of them without a county code, old codes under the district that took them over', async () => {
    const bodies = await db.jurisdiction.findMany({ orderBy: { sortOrder: 'asc' } })
    expect(bodies).toHaveLength(18)
    expect(bodies.filter(({ kind }) => kind === 'FUNCTIONAL_AREA').map(({ code }) => code)).toEqual([
      'SH-LGXPQ',
      'SH-SCIP',
    ])
    const holds = (code: string) => bodies.find(({ formerCodes }) => formerCodes.includes(code))?.shortName
    expect(['310119', '310108', '310103', '310230'].map(holds)).toEqual(['浦东新区', '静安区', '黄浦区', '崇明区'])
  })

  it('the nine annex topics, each of the year 2024 and of its own alliance', async () => {
    const topics = await db.topic.findMany({
      select: {
        title: true,
        source: true,
        allianceYear: { select: { year: true, alliance: { select: { slug: true } } } },
      },
    })
    expect(topics).toHaveLength(9)
    expect(topics).toContainEqual({
      title: '危险化学品“一企一品一码”推广应用',
      source: 'ANNEX',
      allianceYear: { year: 2024, alliance: { slug: 'reagent' } },
    })
  })

  it('writing it again adds nothing and undoes nothing', async () => {
    await db.allianceYear.updateMany({ where: { year: 2024 }, data: { meetingTarget: 3 } })
    const again = await write()
    expect(again.allianceId('coatings')).toBe(reference.allianceId('coatings'))
    expect([await db.alliance.count(), await db.jurisdiction.count(), await db.topic.count()]).toEqual([9, 18, 9])
    expect(await db.allianceYear.count({ where: { meetingTarget: 3 } })).toBe(9)
  })

  it('asking for what is not there is a mistake of the program', () => {
    expect(() => reference.jurisdictionId('310111')).toThrow(RangeError)
  })
})
