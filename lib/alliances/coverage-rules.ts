import type { Day } from '@/lib/core/clock'
import { daysOfYear, gapsWithin, type DayPeriod } from './rules'

/**
 * Somebody named for an alliance (四(一): 专人负责制): the standing that names the coordinator, the coordinator's offices at
 * that very insurer, and since when the account is disabled.
 */
export type Service = { standing: DayPeriod; offices: DayPeriod[]; disabledOn: Day | null }

export type Gap = { from: Day; to: Day; days: number }

const earlier = (a: Day | null, b: Day | null): Day | null => {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

const common = (a: DayPeriod, b: DayPeriod): DayPeriod => ({
  from: a.from > b.from ? a.from : b.from,
  to: earlier(a.to, b.to),
})

/** The stretches in which the named person is there: within the standing, in office, with an account. */
export const servedPeriods = ({ standing, offices, disabledOn }: Service): DayPeriod[] =>
  offices
    .map((office) => common(common(standing, office), { from: office.from, to: disabledOn }))
    .filter(({ from, to }) => to === null || from < to)

/** The stretches from a day on, until before another one, in which no alliance's person is there. */
export const uncovered = (services: Service[], span: { from: Day; to: Day }): Gap[] =>
  gapsWithin(services.flatMap(servedPeriods), span)

export const uncoveredInYear = (rows: { service: Service }[], year: number): Gap[] =>
  uncovered(
    rows.map(({ service }) => service),
    daysOfYear(year),
  )
