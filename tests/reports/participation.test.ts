import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import {
  getParticipationTotals,
  listAllParticipation,
  listFacts,
  listOwnParticipation,
  listParticipation,
  listParticipationByAlliance,
  listParticipationByJurisdiction,
  listParticipationMatrix,
} from '@/lib/reports/queries'
import { measures, type ReportFilter } from '@/lib/reports/schema'
import { buildWorld, type World } from '../support/world'
import { countOf, factsOfCity, type OracleFact } from './oracle'
import { arbitraryCity, clearCity, withWorld, writeCity, type City } from './random-city'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
afterEach(clearCity)

const whole: ReportFilter = {
  year: 2026,
  quarter: null,
  alliance: null,
  jurisdiction: null,
  enterpriseId: null,
  isNeverOnly: false,
  isTrainedOnly: false,
}
const slugs = { coatings: 'coatings', stations: 'filling-station' } as const
const codes = { jinshan: '310116', fengxian: '310120' } as const

const onRandomCities = (check: (city: City) => Promise<void>, runs = 25) =>
  fc.assert(
    fc.asyncProperty(arbitraryCity(world), async (city) => {
      try {
        await writeCity(world, city)
        await check(withWorld(world, city))
      } finally {
        await clearCity()
      }
    }),
    { numRuns: runs },
  )

const figures = (facts: OracleFact[]) =>
  Object.fromEntries(measures.map((measure) => [measure, countOf(facts, measure)]))

describe('the participation report', () => {
  it('agrees with the definitions in totals, lines, alliances, jurisdictions and cells, for the year and each quarter', async () => {
    const actor = await world.actor('officer')
    await onRandomCities(async (city) => {
      for (const quarter of [null, 1, 4]) {
        const filter = { ...whole, quarter }
        const facts = factsOfCity(city, 2026, quarter)
        expect(await getParticipationTotals(actor, filter)).toMatchObject(figures(facts))
        for (const line of await listAllParticipation(actor, filter, { key: 'name', isFalling: false }))
          expect(line).toMatchObject(figures(facts.filter((fact) => fact.enterpriseId === line.id)))
        for (const line of await listParticipationByAlliance(actor, filter)) {
          const id = line.key === slugs.coatings ? world.alliances.coatings : world.alliances.stations
          expect(line).toMatchObject(figures(facts.filter((fact) => fact.allianceIds.includes(id))))
        }
        const jurisdictionOf = new Map(city.firms.map((firm) => [firm.id, firm.jurisdictionId]))
        for (const line of await listParticipationByJurisdiction(actor, filter)) {
          const id = line.key === codes.jinshan ? world.jurisdictions.jinshan : world.jurisdictions.fengxian
          expect(line).toMatchObject(figures(facts.filter((fact) => jurisdictionOf.get(fact.enterpriseId) === id)))
        }
        const cells = await listParticipationMatrix(actor, filter)
        const perAlliance = facts.reduce((sum, fact) => sum + fact.allianceIds.length, 0)
        expect(cells.reduce((sum, cell) => sum + cell.offered, 0)).toBe(perAlliance)
      }
    })
  })

  it('opens for every figure a list that counts the same', async () => {
    const actor = await world.actor('officer')
    await onRandomCities(async () => {
      for (const alliance of [null, slugs.coatings])
        for (const jurisdiction of [null, codes.jinshan]) {
          const filter = { ...whole, alliance, jurisdiction }
          const totals = await getParticipationTotals(actor, filter)
          for (const measure of measures) expect(await everyFact(actor, filter, measure)).toBe(totals[measure])
          const never = await listParticipation(
            actor,
            { ...filter, isNeverOnly: true },
            { key: 'name', isFalling: false },
          )
          expect(never.rows.length).toBe(totals.never)
          const trained = await listParticipation(
            actor,
            { ...filter, isTrainedOnly: true },
            { key: 'name', isFalling: false },
          )
          expect(trained.rows.length).toBe(totals.trained)
        }
    }, 10)
  })

  it('shows a jurisdiction its own enterprises in every alliance and nobody else', async () => {
    await onRandomCities(async (city) => {
      const actor = await world.actor('jinshan')
      const own = new Set(
        city.firms.filter((firm) => firm.jurisdictionId === world.jurisdictions.jinshan).map((firm) => firm.id),
      )
      const facts = factsOfCity(city, 2026, null).filter((fact) => own.has(fact.enterpriseId))
      expect(await getParticipationTotals(actor, whole)).toMatchObject(figures(facts))
      expect(await getParticipationTotals(actor, { ...whole, jurisdiction: codes.fengxian })).toMatchObject({
        enterprises: 0,
        offered: 0,
      })
    }, 10)
  })

  it('shows an insurer the members of its alliances as members of these', async () => {
    await onRandomCities(async (city) => {
      const facts = factsOfCity(city, 2026, null).filter((fact) => fact.allianceIds.includes(world.alliances.coatings))
      expect(await getParticipationTotals(await world.actor('coordinator'), whole)).toMatchObject(figures(facts))
      expect(await getParticipationTotals(await world.actor('formerCoordinator'), whole)).toMatchObject({
        enterprises: 0,
      })
    }, 10)
  })

  it('gives enterprises and leads their own line, and whoever has no hat nothing', async () => {
    await onRandomCities(async () => {
      for (const name of ['principal', 'lead', 'stranger'] as const) {
        const actor = await world.actor(name)
        const own = actor.hat.kind === 'ENTERPRISE' ? actor.hat.enterpriseId : ''
        const lines = await listAllParticipation(actor, whole, { key: 'name', isFalling: false })
        expect(lines.map((line) => line.id)).toEqual([own])
        expect((await listFacts(actor, whole, 'offered')).rows.every((fact) => fact.id === own)).toBe(true)
      }
      expect(
        await listAllParticipation(await world.actor('hatless'), whole, { key: 'name', isFalling: false }),
      ).toEqual([])
      expect(
        await listAllParticipation(await world.actor('anonymous'), whole, { key: 'name', isFalling: false }),
      ).toEqual([])
    }, 5)
  })

  it('shows no median where fewer than five members stand behind it', async () => {
    const [line] = await listOwnParticipation(await world.actor('principal'), whole)
    expect(line).toMatchObject({ slug: slugs.coatings, median: null })
    expect(await listOwnParticipation(await world.actor('jinshan'), whole)).toEqual([])
  })

  it.each(['name', 'rate', 'present'] as const)(
    'pages by %s forwards and back without losing or repeating a line',
    async (key) => {
      const actor = await world.actor('officer')
      const firms = Array.from({ length: 120 }, () => ({
        id: crypto.randomUUID(),
        jurisdictionId: world.jurisdictions.jinshan,
      }))
      const memberships = firms.map(({ id }) => ({
        allianceId: world.alliances.coatings,
        enterpriseId: id,
        joinedOn: '2026-01-01',
        leftOn: null,
      }))
      await writeCity(world, { firms, memberships, activities: [], attendances: [], registrations: [], narrow: [] })
      for (const isFalling of [false, true]) {
        const order = { key, isFalling }
        const all = (await listAllParticipation(actor, whole, order)).map((line) => line.id)
        const first = await listParticipation(actor, whole, order)
        const second = await listParticipation(actor, whole, order, first.next ?? '')
        const third = await listParticipation(actor, whole, order, second.next ?? '')
        expect([first, second, third].flatMap((page) => page.rows.map((line) => line.id))).toEqual(all)
        expect(third.next).toBeNull()
        const back = await listParticipation(actor, whole, order, third.previous ?? '')
        expect(back.rows.map((line) => line.id)).toEqual(second.rows.map((line) => line.id))
        expect(first.total).toBe(all.length)
      }
    },
  )
})

async function everyFact(actor: Actor, filter: ReportFilter, measure: (typeof measures)[number]): Promise<number> {
  let counted = 0
  let cursor: string | undefined
  for (;;) {
    const page = await listFacts(actor, filter, measure, cursor)
    counted += page.rows.length
    if (page.total !== 0 && !page.next) expect(page.total).toBe(counted)
    if (!page.next) return counted
    cursor = page.next
  }
}
