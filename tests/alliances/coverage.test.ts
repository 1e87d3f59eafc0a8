import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusDays, type Day } from '@/lib/core/clock'
import { servedPeriods, uncovered, type Service } from '@/lib/alliances/coverage-rules'
import { daysBetween, holdsOn, type DayPeriod } from '@/lib/alliances/rules'

const span = { from: '2027-01-01', to: '2027-03-01' }
const day = fc.integer({ min: -20, max: 80 }).map((days): Day => plusDays(span.from, days))
const period = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 60 })))
  .map(([from, length]): DayPeriod => ({ from, to: length === null ? null : plusDays(from, length) }))
const service: fc.Arbitrary<Service> = fc.record({
  standing: period,
  offices: fc.array(period, { maxLength: 3 }),
  disabledOn: fc.option(day),
})

/** By the sentence itself: somebody's standing, office and account all hold on the day. */
const isServed = (services: Service[], on: Day) =>
  services.some(
    ({ standing, offices, disabledOn }) =>
      holdsOn(standing, on) &&
      offices.some((office) => holdsOn(office, on)) &&
      (disabledOn === null || on < disabledOn),
  )

const daysOf = ({ from, to }: { from: Day; to: Day }) =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => plusDays(from, index))

describe('days without a named person', () => {
  it('are exactly those on which, day by day, nobody serves', () => {
    fc.assert(
      fc.property(fc.array(service, { maxLength: 4 }), (services) => {
        const gaps = uncovered(services, span)
        expect(gaps.flatMap(daysOf)).toEqual(daysOf(span).filter((on) => !isServed(services, on)))
        for (const gap of gaps) expect(gap.days).toBe(daysOf(gap).length)
        for (const [index, gap] of gaps.entries()) expect(gap.from > (gaps[index - 1]?.to ?? '')).toBe(true)
      }),
    )
  })

  it('begin where the account is disabled, the office ends, or the standing does', () => {
    const whole = { from: '2026-01-01', to: null }
    const at = (changes: Partial<Service>) => [{ standing: whole, offices: [whole], disabledOn: null, ...changes }]
    expect(uncovered(at({}), span)).toEqual([])
    const from = '2027-02-01'
    const rest = [{ from, to: '2027-03-01', days: 28 }]
    expect(uncovered(at({ disabledOn: from }), span)).toEqual(rest)
    expect(uncovered(at({ offices: [{ from: '2026-01-01', to: from }] }), span)).toEqual(rest)
    expect(uncovered(at({ standing: { from: '2026-01-01', to: from } }), span)).toEqual(rest)
    expect(uncovered(at({ offices: [] }), span)).toEqual([{ ...span, days: 59 }])
    expect(servedPeriods({ standing: { from, to: from }, offices: [whole], disabledOn: null })).toEqual([])
  })
})
