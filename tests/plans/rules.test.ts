import fc from 'fast-check'
import { getISOWeek } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { daysBetween, plusDays, type Day } from '@/lib/core/clock'
import {
  dayInMonth,
  dayTable,
  holidayRuns,
  movedTitle,
  offOn,
  sameWeek,
  seriesDays,
  weekdayOf,
  workingDay,
} from '@/lib/plans/rules'

/** The first week of October off, worked for on the Saturday after. */
const october = dayTable([
  ...Array.from({ length: 7 }, (_, index) => ({
    day: `2026-10-0${index + 1}`,
    kind: 'HOLIDAY' as const,
    name: '国庆节',
  })),
  { day: '2026-10-10', kind: 'WORKDAY', name: '国庆节' },
  { day: '2026-12-31', kind: 'HOLIDAY', name: '元旦' },
])

const anyDay = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((days) => plusDays('2024-01-01', days))
  .filter((day) => !day.endsWith('-02-29'))

describe('working days', () => {
  it('a holiday or a weekend moves to the next day that is worked, and a day worked in exchange stays', () => {
    expect(workingDay('2026-10-01', october)).toBe('2026-10-08')
    expect(workingDay('2026-10-10', october)).toBe('2026-10-10')
    expect(workingDay('2026-11-28', october)).toBe('2026-11-30')
  })

  it('at the end of the year the working day before is taken', () => {
    expect(workingDay('2026-12-31', october)).toBe('2026-12-30')
  })

  it('is worked, in the same year, and the day itself wherever that is worked', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = workingDay(day, october)
        expect(offOn(found, october)).toBeNull()
        expect(found.slice(0, 4)).toBe(day.slice(0, 4))
        if (!offOn(day, october)) expect(found).toBe(day)
      }),
    )
  })
})

describe('the day of a month', () => {
  it.each<[string, Parameters<typeof dayInMonth>[2], Day]>([
    ['the second Wednesday', { on: 'WEEKDAY', nth: 2, weekday: 3 }, '2027-03-10'],
    ['the first Monday, which is the first day', { on: 'WEEKDAY', nth: 1, weekday: 1 }, '2027-03-01'],
    ['the last Tuesday, of five', { on: 'WEEKDAY', nth: 5, weekday: 2 }, '2027-03-30'],
    ['the last Friday, of four', { on: 'WEEKDAY', nth: 5, weekday: 5 }, '2027-03-26'],
    ['the fifteenth', { on: 'DAY', day: 15 }, '2027-03-15'],
  ])('%s', (_, rule, day) => {
    expect(dayInMonth(2027, 3, rule)).toBe(day)
  })

  it('a month without a 31st has its last day instead', () => {
    expect(dayInMonth(2027, 2, { on: 'DAY', day: 31 })).toBe('2027-02-28')
  })
})

it('a series ends with its year, and says what it moved and why', () => {
  const rule = { on: 'DAY', day: 3 } as const
  expect(seriesDays({ year: 2026, firstMonth: 7, every: 3, count: 4, rule }, october)).toEqual([
    { meant: '2026-07-03', day: '2026-07-03', off: null },
    { meant: '2026-10-03', day: '2026-10-08', off: { holiday: '国庆节' } },
  ])
})

describe('the same week of another year', () => {
  it('is the same weekday of the week with the same number', () => {
    expect(sameWeek('2025-03-12', 1)).toBe('2026-03-11')
    expect([getISOWeek(new Date('2025-03-12T12:00')), getISOWeek(new Date('2026-03-11T12:00'))]).toEqual([11, 11])
  })

  it('keeps the weekday, the year and the season, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const moved = sameWeek(day, 1)
        expect(weekdayOf(moved)).toBe(weekdayOf(day))
        expect(Number(moved.slice(0, 4))).toBe(Number(day.slice(0, 4)) + 1)
        const sameDate = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
        expect(Math.abs(daysBetween(sameDate, moved))).toBeLessThanOrEqual(10)
      }),
    )
  })

  it('two days of one week that stay in the middle of the year keep their distance', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, gap) => {
        fc.pre(day.slice(5) > '01-15' && day.slice(5) < '10-15')
        expect(daysBetween(sameWeek(day, 1), sameWeek(plusDays(day, gap), 1))).toBe(gap)
      }),
    )
  })
})

it('a title that names its year names the new one', () => {
  expect(movedTitle('2025年度第一次交流会', 2025, 2026)).toBe('2026年度第一次交流会')
  expect(movedTitle('静电安全培训', 2025, 2026)).toBe('静电安全培训')
})

it('days off with one name are one run', () => {
  const rows = [...october].map(([day, one]) => ({ day, ...one }))
  expect(holidayRuns(rows)).toEqual([
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    { name: '元旦', from: '2026-12-31', to: '2026-12-31' },
  ])
})
