import { beforeAll, describe, expect, it } from 'vitest'
import { plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { countEnterprises, listEnterprises } from '@/lib/enterprises/list-queries'
import { listRegistryPlaces, type RegistryPlaces } from '@/lib/enterprises/place-queries'
import { hasDossiers } from '@/lib/enterprises/policy'
import { filterOf, isFallingOf, registryQuery } from '@/lib/enterprises/schema'
import { searchTokens } from '@/lib/enterprises/search-rules'
import { actorNames, buildWorld, worldToday, type ActorName, type World } from '../support/world'

let world: World
let places: RegistryPlaces
beforeAll(async () => {
  world = await buildWorld()
  places = await listRegistryPlaces(await world.actor('officer'))
  await furnish()
})

/** Gives the five firms of the world what the filters ask for; everything else stays unsaid. */
async function furnish(): Promise<void> {
  const all = await db.enterprise.findMany({
    select: { id: true, name: true, shortName: true, establishment: true, creditCode: true },
  })
  for (const firm of all)
    await db.enterprise.update({ where: { id: firm.id }, data: { searchTokens: searchTokens(firm) } })
  const { lead, member, neighbour, stranger } = world.enterprises
  await db.enterprise.update({
    where: { id: lead },
    data: { sizeClass: 'LARGE', standardizationLevel: 'LEVEL_1', majorHazardLevel: 'LEVEL_2' },
  })
  await db.enterprise.update({ where: { id: stranger }, data: { businessKind: 'FILLING_STATION' } })
  await db.enterprise.update({ where: { id: neighbour }, data: { closedOn: toDate('2026-06-30') } })
  const licence = (enterpriseId: string, number: string, days: number | null) => ({
    enterpriseId,
    number,
    kind: 'HAZCHEM_TRADE' as const,
    validTo: days === null ? null : toDate(plusDays(worldToday, days)),
  })
  await db.licence.createMany({
    data: [
      licence(lead, '1', -1),
      licence(lead, '2', 400),
      licence(member, '3', 90),
      licence(neighbour, '4', 91),
      licence(stranger, '5', null),
    ],
  })
}

const names = { lead: '甲', member: '乙', neighbour: '丙', otherLead: '丁', stranger: '戊' }

/** The firms of the list by one character each, in its order; the count must say the same. */
async function listed(name: ActorName, query: Record<string, string> = {}): Promise<string> {
  const actor = await world.actor(name)
  const asked = registryQuery.parse(query)
  const filter = filterOf(asked)
  const order = { isFalling: isFallingOf(asked), cursor: asked.cursor }
  const { rows } = await listEnterprises(actor, filter, places, order)
  expect(await countEnterprises(actor, filter, places)).toBe(rows.length)
  return rows.map((row) => row.name.charAt(2)).join('')
}

const sorted = (text: string) => [...text].sort().join('')

describe('the registry', () => {
  it.each([
    ['by a part of the name', { q: '涂料' }, '甲乙丙'],
    ['by two words', { q: '上海 加油' }, '丁戊'],
    ['by pinyin initials', { q: 'jyz' }, '丁戊'],
    ['by a piece of the credit code, in any width and case', { q: 'ｍａ1j000059' }, '戊'],
    ['by jurisdiction', { jurisdiction: '310116' }, '甲乙'],
    ['by alliance', { alliance: 'filling-station' }, '丁戊'],
    ['by category', { kind: 'FILLING_STATION' }, '戊'],
    ['by size', { size: 'LARGE' }, '甲'],
    ['by size that nobody said', { size: 'UNSAID' }, '乙丙丁戊'],
    ['by standardisation', { standardization: 'LEVEL_1' }, '甲'],
    ['by major hazard', { hazard: 'LEVEL_2' }, '甲'],
    ['by a licence that is over', { licence: 'EXPIRED' }, '甲'],
    ['by a licence that ends within 90 days', { licence: 'EXPIRING' }, '乙'],
    ['by licences that are all in order', { licence: 'IN_ORDER' }, '丙戊'],
    ['without a licence', { licence: 'NONE' }, '丁'],
    ['that is open', { state: 'OPEN' }, '甲乙丁戊'],
    ['that is closed', { state: 'CLOSED' }, '丙'],
    ['by several at once', { q: '涂料', jurisdiction: '310116', licence: 'EXPIRING' }, '乙'],
    ['by what does not exist', { jurisdiction: '999999', size: 'HUGE', sort: 'phone' }, '甲乙丙丁戊'],
  ])('is narrowed down %s', async (_, query, expected) => {
    expect(sorted(await listed('officer', query))).toBe(sorted(expected))
  })

  it('is a list for bureaus only, each of what it supervises', async () => {
    expect(sorted(await listed('officer'))).toBe(sorted(Object.values(names).join('')))
    expect(sorted(await listed('jinshan'))).toBe(sorted('甲乙'))
    expect(sorted(await listed('fengxian'))).toBe(sorted('丙丁戊'))
    expect(await listed('jinshan', { jurisdiction: '310120' })).toBe('')
    const admitted = []
    for (const name of actorNames) if (hasDossiers(await world.actor(name))) admitted.push(name)
    expect(admitted).toEqual(['administrator', 'officer', 'jinshan', 'jinshanAdministrator', 'fengxian'])
  })

  it('gives whoever has no registry at most its own line', async () => {
    expect(await listed('principal')).toBe('乙')
    expect(await listed('coordinator')).toBe('')
    expect(await listed('anonymous')).toBe('')
  })

  it('is sorted as people look names up, both ways', async () => {
    const rising = await listed('officer')
    expect(await listed('officer', { sort: '-name' })).toBe([...rising].reverse().join(''))
  })

  it('shows the licence that ends first and the alliances of today', async () => {
    const actor = await world.actor('officer')
    const { rows } = await listEnterprises(actor, filterOf(registryQuery.parse({ q: '牵头涂料' })), places, {
      isFalling: false,
    })
    expect(rows).toMatchObject([
      {
        id: world.enterprises.lead,
        licence: { validTo: '2026-11-23', standing: 'EXPIRED' },
        allianceIds: [world.alliances.coatings],
      },
    ])
  })
})

describe('the pages of a long registry', () => {
  const size = 130

  beforeAll(async () => {
    // Several of one name, so that the order needs the id.
    await db.enterprise.createMany({
      data: Array.from({ length: size }, (_, index) => ({
        creditCode: `91310116MA2${String(index).padStart(7, '0')}`,
        name: `上海己${Math.floor(index / 4)}号仓储有限公司`,
        establishment: String(index),
        businessKind: 'WAREHOUSING' as const,
        supervisingJurisdictionId: world.jurisdictions.jinshan,
        searchTokens: [],
      })),
    })
  })

  it.each([false, true])('hold every row once, forwards and back (falling: %s)', async (isFalling) => {
    const actor = await world.actor('jinshan')
    const filter = filterOf(registryQuery.parse({ kind: 'WAREHOUSING' }))
    const page = (cursor?: string) => listEnterprises(actor, filter, places, { isFalling, cursor })
    const first = await page()
    const second = await page(first.next ?? '')
    const third = await page(second.next ?? '')
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(new Set(ids).size).toBe(size)
    expect([first.previous, third.next]).toEqual([null, null])
    expect((await page(third.previous ?? '')).rows).toEqual(second.rows)
    expect((await page(second.previous ?? '')).rows).toEqual(first.rows)
    expect(await countEnterprises(actor, filter, places)).toBe(size)
  })
})
