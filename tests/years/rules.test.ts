import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, plusDays } from '@/lib/core/clock'
import { plusYears } from '@/lib/years/rules'

const days = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays('2024-01-01', days))

describe('a day some years later', () => {
  it('is a day that exists, in that year and month, at most one day back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 8 }), (day, years) => {
        const moved = plusYears(day, years)
        expect(isDay(moved)).toBe(true)
        expect(moved.slice(0, 7)).toBe(`${Number(day.slice(0, 4)) + years}${day.slice(4, 7)}`)
        expect(Number(day.slice(8)) - Number(moved.slice(8))).toBe(
          day.endsWith('-02-29') && moved.endsWith('28') ? 1 : 0,
        )
      }),
    )
  })

  it('is the 28th of February where there is no 29th', () => {
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(plusYears('2028-02-29', 4)).toBe('2032-02-29')
  })
})
