import { describe, expect, it } from 'vitest'
import {
  daysOfYear,
  gapsWithin,
  standingDay,
  targetStanding,
  trainingStanding,
  type DayPeriod,
} from '@/lib/alliances/rules'

const gapsOfYear = (periods: DayPeriod[], year: number) => gapsWithin(periods, daysOfYear(year))

const uncoveredDays = (periods: DayPeriod[], year: number) =>
  gapsOfYear(periods, year).reduce((sum, { days }) => sum + days, 0)

describe('the one training a year that the notice demands', () => {
  it('is met on the day of the training that fills the minimum, whatever the order they are read in', () => {
    expect(trainingStanding(['2026-06-01', '2026-03-01'], 1, 2026, '2026-11-24')).toEqual({
      kind: 'MET',
      on: '2026-03-01',
    })
    expect(trainingStanding(['2026-06-01', '2026-03-01'], 2, 2026, '2026-11-24')).toEqual({
      kind: 'MET',
      on: '2026-06-01',
    })
  })

  it('says how many days are left until the last day of the year', () => {
    expect(trainingStanding([], 1, 2026, '2026-09-25')).toEqual({ kind: 'DUE', missing: 1, daysLeft: 97 })
    expect(trainingStanding([], 1, 2026, '2026-12-31')).toEqual({ kind: 'DUE', missing: 1, daysLeft: 0 })
    expect(trainingStanding([], 1, 2027, '2026-12-31')).toEqual({ kind: 'DUE', missing: 1, daysLeft: 364 })
  })

  it('is missed when the year is over', () => {
    expect(trainingStanding(['2026-03-01'], 3, 2026, '2027-01-01')).toEqual({ kind: 'MISSED', missing: 2 })
  })
})

describe('the meeting target', () => {
  it('is nobody’s number until the bureau sets one', () => {
    expect(targetStanding(0, null, 2026, '2026-12-31')).toBe('NO_TARGET')
  })

  it('is behind only when the elapsed share of the year asks for more than was held', () => {
    expect(targetStanding(0, 4, 2026, '2026-03-31')).toBe('ON_COURSE')
    expect(targetStanding(0, 4, 2026, '2026-04-03')).toBe('BEHIND')
    expect(targetStanding(3, 4, 2026, '2026-12-31')).toBe('ON_COURSE')
    expect(targetStanding(3, 4, 2026, '2027-01-01')).toBe('BEHIND')
    expect(targetStanding(4, 4, 2026, '2026-02-01')).toBe('MET')
  })

  it('is not behind before the year begins', () => {
    expect(targetStanding(0, 4, 2027, '2026-11-24')).toBe('ON_COURSE')
  })
})

describe('days of a year that no insurer covers', () => {
  it('are all of them without an appointment', () => {
    expect(uncoveredDays([], 2024)).toBe(366)
    expect(uncoveredDays([], 2026)).toBe(365)
  })

  it('are none when one ends on the day on which the next begins', () => {
    const periods = [
      { from: '2026-07-01', to: null },
      { from: '2025-01-01', to: '2026-07-01' },
    ]
    expect(gapsOfYear(periods, 2026)).toEqual([])
  })

  it('are found at the start, between two and at the end', () => {
    const periods = [
      { from: '2026-01-02', to: '2026-03-01' },
      { from: '2026-03-15', to: '2026-12-31' },
    ]
    expect(gapsOfYear(periods, 2026)).toEqual([
      { from: '2026-01-01', to: '2026-01-02', days: 1 },
      { from: '2026-03-01', to: '2026-03-15', days: 14 },
      { from: '2026-12-31', to: '2027-01-01', days: 1 },
    ])
  })

  it('do not reach into a year that a period only touches', () => {
    expect(uncoveredDays([{ from: '2025-01-01', to: '2026-01-01' }], 2026)).toBe(365)
    expect(uncoveredDays([{ from: '2027-01-01', to: null }], 2026)).toBe(365)
  })
})

it('a year is looked at as of today while it runs, as of its last day afterwards, as of its first day before', () => {
  expect(standingDay(2026, '2026-11-24')).toBe('2026-11-24')
  expect(standingDay(2025, '2026-11-24')).toBe('2025-12-31')
  expect(standingDay(2027, '2026-11-24')).toBe('2027-01-01')
})
