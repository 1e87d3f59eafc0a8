import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { BusinessKind, LicenceKind } from '@/lib/core/prisma/enums'
import { getFitness } from '@/lib/registry/eligibility-queries'
import {
  eligibilityOf,
  isEligible,
  licencesInScope,
  suggestionsOf,
  type SuggestionRule,
} from '@/lib/registry/eligibility-rules'
import { seedReference } from '@/prisma/seed/reference'
import { buildWorld, worldToday, type World } from '../support/world'

const today = worldToday
const firm = (
  businessKind: BusinessKind,
  ...licences: { kind: LicenceKind; validFrom?: string; validTo?: string }[]
) => ({
  businessKind,
  closedOn: null,
  licences: licences.map(({ kind, validFrom = null, validTo = null }) => ({ kind, validFrom, validTo })),
})

describe('the scope of the notice (二 企业范围)', () => {
  it('takes each kind of business in by its own permits, and by no other', () => {
    for (const businessKind of Object.values(BusinessKind))
      for (const kind of Object.values(LicenceKind))
        expect(isEligible(eligibilityOf(firm(businessKind, { kind }), today)), `${businessKind} ${kind}`).toBe(
          licencesInScope[businessKind].includes(kind),
        )
  })

  it('says which permit holds, is over, is still to begin, or is not there', () => {
    const kind = 'SAFETY_PRODUCTION' as const
    const says = (...licences: Parameters<typeof firm>[1][]) => eligibilityOf(firm('PRODUCTION', ...licences), today)
    expect(says({ kind, validTo: today })).toEqual({ reason: 'HELD', kind, validTo: today })
    expect(says({ kind, validTo: '2026-11-23' })).toEqual({ reason: 'EXPIRED', kind, validTo: '2026-11-23' })
    expect(says({ kind, validFrom: '2027-01-01' })).toEqual({ reason: 'NOT_YET', kind, validFrom: '2027-01-01' })
    expect(says({ kind: 'OTHER' })).toEqual({ reason: 'MISSING', kinds: [kind] })
    expect(says({ kind, validTo: '2020-01-01' }, { kind, validTo: '2028-01-01' })).toMatchObject({ reason: 'HELD' })
    expect(eligibilityOf({ ...firm('PRODUCTION', { kind }), closedOn: today }, today)).toMatchObject({
      reason: 'CLOSED',
    })
  })

  it('is decided by one permit that holds, whatever else is kept', () => {
    const day = fc.integer({ min: -900, max: 900 }).map((days) => plusDays(today, days))
    const licence = fc.record({
      kind: fc.constantFrom(...Object.values(LicenceKind)),
      validFrom: fc.option(day),
      validTo: fc.option(day),
    })
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(BusinessKind)), fc.array(licence), (businessKind, licences) => {
        const holds = licences.some(
          ({ kind, validFrom, validTo }) =>
            licencesInScope[businessKind].includes(kind) &&
            (validFrom === null || validFrom <= today) &&
            (validTo === null || validTo >= today),
        )
        expect(isEligible(eligibilityOf({ businessKind, closedOn: null, licences }, today))).toBe(holds)
      }),
    )
  })
})

describe('a suggested alliance', () => {
  const rules: SuggestionRule[] = [
    { allianceId: 'coatings', industryCode: '2641', businessKind: null },
    { allianceId: 'pharmaceutical', industryCode: '2710', businessKind: null },
    { allianceId: 'pharmaceutical', industryCode: null, businessKind: 'PHARMACEUTICAL' },
    { allianceId: 'gas', industryCode: '2619', businessKind: 'PRODUCTION' },
    { allianceId: 'fine', industryCode: '2619', businessKind: null },
  ]
  const suggested = (businessKind: BusinessKind, industryCode: string | null) =>
    suggestionsOf({ businessKind, industryCode }, rules)

  it('follows the rule that says most, and names it', () => {
    expect(suggested('PRODUCTION', '2641')).toEqual([{ allianceId: 'coatings', byCode: '2641', byKind: null }])
    expect(suggested('USE', '271')).toEqual([{ allianceId: 'pharmaceutical', byCode: '2710', byKind: null }])
    expect(suggested('PHARMACEUTICAL', null)).toEqual([
      { allianceId: 'pharmaceutical', byCode: null, byKind: 'PHARMACEUTICAL' },
    ])
    expect(suggested('PRODUCTION', '2619')).toEqual([{ allianceId: 'gas', byCode: '2619', byKind: 'PRODUCTION' }])
    expect(suggested('USE', '2619')).toEqual([{ allianceId: 'fine', byCode: '2619', byKind: null }])
    expect(suggested('USE', null)).toEqual([])
  })
})

describe('an enterprise', () => {
  let world: World
  beforeAll(async () => {
    world = await buildWorld()
    await db.$transaction((tx) => seedReference(tx), { timeout: 30_000 })
  })

  it('is told its scope and its alliance where its dossier is read, by rules that the bureau may change', async () => {
    const id = world.enterprises.stranger
    await db.enterprise.update({ where: { id }, data: { businessKind: 'FILLING_STATION', industryCode: '5265' } })
    await db.licence.create({
      data: { enterpriseId: id, kind: 'HAZCHEM_TRADE', number: '沪危化经字9001', validTo: toDate('2028-01-01') },
    })
    const fitness = await getFitness(await world.actor('fengxian'), id)
    expect(fitness?.eligibility).toMatchObject({ reason: 'HELD', kind: 'HAZCHEM_TRADE' })
    expect(fitness?.suggestions.map(({ alliance, isMember, byCode }) => [alliance.slug, isMember, byCode])).toEqual([
      ['filling-station', true, '5265'],
    ])
    for (const name of ['jinshan', 'coordinator', 'neighbour', 'anonymous'] as const)
      expect(await getFitness(await world.actor(name), id), name).toBeNull()
  })

  it('keeps what the bureau took out when the reference data is laid again', async () => {
    await db.allianceIndustryCode.deleteMany({ where: { industryCode: '5265' } })
    await db.$transaction((tx) => seedReference(tx), { timeout: 30_000 })
    expect(await db.allianceIndustryCode.count({ where: { industryCode: '5265' } })).toBe(0)
    const fitness = await getFitness(await world.actor('officer'), world.enterprises.stranger)
    expect(fitness?.suggestions).toMatchObject([{ byCode: null, byKind: 'FILLING_STATION' }])
  })
})
