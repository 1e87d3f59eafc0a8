import { fromDate, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { AllianceYearState } from '@/lib/core/prisma/enums'

/** A half-open period of days: `to` is the first day outside it, null while it has no end. */
export type DayPeriod = { from: Day; to: Day | null }

const dayMs = 86_400_000

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toDate(to).getTime() - toDate(from).getTime()) / dayMs)

/** PLANNED → RUNNING → CLOSED, one way: a closed year is what reports and scores of later years stand on. */
export const nextState: Record<AllianceYearState, AllianceYearState | null> = {
  PLANNED: 'RUNNING',
  RUNNING: 'CLOSED',
  CLOSED: null,
}

/** The days of a calendar year, half open. */
export const daysOfYear = (year: number): { from: Day; to: Day } => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` })

/** The day as of which a year's lead, insurer and members are shown: today within it, else its nearest day. */
export function standingDay(year: number, today: Day): Day {
  const { from, to } = daysOfYear(year)
  if (today < from) return from
  return today < to ? today : plusDays(to, -1)
}

export const holdsOn = (period: DayPeriod, day: Day): boolean =>
  period.from <= day && (period.to === null || day < period.to)

/** The stretches of a span of days in which no period holds; periods may overlap and come in any order. */
export function gapsWithin(
  periods: DayPeriod[],
  { from: first, to: end }: { from: Day; to: Day },
): { from: Day; to: Day; days: number }[] {
  const within = periods
    .filter((period) => period.from < end && (period.to === null || period.to > first))
    .sort((a, b) => a.from.localeCompare(b.from))
  const gaps: { from: Day; to: Day; days: number }[] = []
  let covered = first
  for (const period of within) {
    if (period.from > covered) gaps.push({ from: covered, to: period.from, days: daysBetween(covered, period.from) })
    const until = period.to ?? end
    if (until > covered) covered = until
  }
  if (covered < end) gaps.push({ from: covered, to: end, days: daysBetween(covered, end) })
  return gaps
}

export type TrainingStanding =
  { kind: 'MET'; on: Day } | { kind: 'DUE'; missing: number; daysLeft: number } | { kind: 'MISSED'; missing: number }

/**
 * The one MUST of the notice (三(三): 每年至少组织一次安全培训). `heldOn` are the days of trainings that took place in the
 * year; the minimum is met on the day of the last one needed.
 */
export function trainingStanding(heldOn: Day[], minimum: number, year: number, today: Day): TrainingStanding {
  const met = [...heldOn].sort()[minimum - 1]
  if (met) return { kind: 'MET', on: met }
  const missing = minimum - heldOn.length
  const lastDay = plusDays(daysOfYear(year).to, -1)
  return today > lastDay
    ? { kind: 'MISSED', missing }
    : { kind: 'DUE', missing, daysLeft: daysBetween(standingDay(year, today), lastDay) }
}

export type TargetStanding = 'NO_TARGET' | 'MET' | 'ON_COURSE' | 'BEHIND'

/** Exchange meetings against the bureau's own target: behind when fewer were held than the elapsed share of the year asks. */
export function targetStanding(held: number, target: number | null, year: number, today: Day): TargetStanding {
  if (target === null) return 'NO_TARGET'
  if (held >= target) return 'MET'
  const { from, to } = daysOfYear(year)
  const elapsed = Math.min(Math.max(daysBetween(from, today), 0), daysBetween(from, to))
  return held >= Math.floor((target * elapsed) / daysBetween(from, to)) ? 'ON_COURSE' : 'BEHIND'
}

/** A `@db.Date` pair as a period. */
export const periodOf = (from: Date, to: Date | null): DayPeriod => ({
  from: fromDate(from),
  to: to ? fromDate(to) : null,
})
