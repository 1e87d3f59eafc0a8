import { getISOWeek, getISOWeeksInYear, getISOWeekYear } from 'date-fns'
import { daysBetween, lastDayOfMonth, plusDays, plusMonths, toDate, type Day } from '@/lib/core/clock'
import type { ActivityKind, ActivityState, HolidayKind } from '@/lib/core/prisma/enums'

/** So many drafts come of one press at most. */
export const datesMax = 60

/** Shorter than a title may be: each date gets its number. */
export const seriesTitleLengthMax = 60

/** Every month, two months, quarter. */
export const seriesSteps = [1, 2, 3] as const

/** First to fourth, and the last one of the month. */
export const nthMax = 5

/** A day of the holiday table: off, or worked in exchange. */
export type TableDay = { day: Day; kind: HolidayKind; name: string }

export type DayTable = ReadonlyMap<Day, Pick<TableDay, 'kind' | 'name'>>

export const dayTable = (rows: TableDay[]): DayTable =>
  new Map(rows.map(({ day, kind, name }) => [day, { kind, name }]))

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => toDate(day).getUTCDay() || 7

/** Why nobody works on a day: the name of the holiday, or blank for a weekend; null: it is a working day. */
export function offOn(day: Day, table: DayTable): { holiday: string } | null {
  const known = table.get(day)
  if (known) return known.kind === 'HOLIDAY' ? { holiday: known.name } : null
  return weekdayOf(day) > 5 ? { holiday: '' } : null
}

/**
 * The day itself where it is worked, or the next one that is. Within the year of the day: at its end the working day
 * before is taken, because what a year is to hold does not slip into the next one.
 */
export function workingDay(day: Day, table: DayTable): Day {
  const yearEnds = `${day.slice(0, 4)}-12-31`
  let next = day
  while (next <= yearEnds && offOn(next, table)) next = plusDays(next, 1)
  if (next <= yearEnds) return next
  let before = day
  while (offOn(before, table)) before = plusDays(before, -1)
  return before
}

/** Which day of each month: the n-th of a weekday, or a number of the month. */
export type MonthRule = { on: 'WEEKDAY'; nth: number; weekday: number } | { on: 'DAY'; day: number }

/** The day of a month that a rule means; what a month does not have is its last such day. */
export function dayInMonth(year: number, month: number, rule: MonthRule): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const last = lastDayOfMonth(first)
  if (rule.on === 'DAY') return plusDays(first, Math.min(rule.day, daysBetween(first, last) + 1) - 1)
  const firstOfWeekday = plusDays(first, (rule.weekday - weekdayOf(first) + 7) % 7)
  const meant = plusDays(firstOfWeekday, (rule.nth - 1) * 7)
  return meant <= last ? meant : plusDays(meant, -7)
}

/** The day that was meant, and the one that it becomes because nobody works on the former. */
export type PlannedDay = { meant: Day; day: Day; off: { holiday: string } | null }

const planned = (meant: Day, table: DayTable): PlannedDay => ({
  meant,
  day: workingDay(meant, table),
  off: offOn(meant, table),
})

type SeriesDays = { year: number; firstMonth: number; every: number; count: number; rule: MonthRule }

/** The days of a series within its year: what would lie beyond it is left out. */
export function seriesDays({ year, firstMonth, every, count, rule }: SeriesDays, table: DayTable): PlannedDay[] {
  return Array.from({ length: count }, (_, index) => firstMonth + index * every)
    .filter((month) => month <= 12)
    .map((month) => planned(dayInMonth(year, month, rule), table))
}

const mondayOfWeek = (isoYear: number, week: number): Day => {
  const fourth = `${isoYear}-01-04`
  return plusDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7)
}

/** date-fns reads the local day of a date; noon is on the same day in every zone that anybody keeps. */
const atNoon = (day: Day): Date => new Date(`${day}T12:00:00`)

/**
 * The same weekday of the same week of the year, some years on. A week that the year does not have is its last one, and
 * what would leave the calendar year stays in it by a week.
 */
export function sameWeek(day: Day, years: number): Day {
  const date = atNoon(day)
  const isoYear = getISOWeekYear(date) + years
  const week = Math.min(getISOWeek(date), getISOWeeksInYear(atNoon(`${isoYear}-07-01`)))
  const meant = plusDays(mondayOfWeek(isoYear, week), weekdayOf(day) - 1)
  const year = Number(day.slice(0, 4)) + years
  const found = Number(meant.slice(0, 4))
  if (found === year) return meant
  return plusDays(meant, found < year ? 7 : -7)
}

/** Where an activity of a year falls in another. */
export const movedDay = (day: Day, years: number, table: DayTable): PlannedDay => planned(sameWeek(day, years), table)

/** A title that names its year names the new one; any other stays as it is. */
export const movedTitle = (title: string, from: number, to: number): string =>
  title.replaceAll(String(from), String(to))

/** What a draft of the plan was made of; the plan makes each once. */
export const originOf = {
  series: ({ kind, title }: { kind: string; title: string }, meant: Day): string => `series:${meant}:${kind}:${title}`,
  copy: (activityId: string): string => `copy:${activityId}`,
}

/** NEW can be made. MADE stands in the plan already. PAST would lie behind. */
export type LineStatus = 'NEW' | 'MADE' | 'PAST'

export function statusOf(
  origin: string,
  day: Day,
  { made, today }: { made: ReadonlySet<string>; today: Day },
): LineStatus {
  if (made.has(origin)) return 'MADE'
  return day <= today ? 'PAST' : 'NEW'
}

/** Runs of days off with one name, in the order of the year: 国庆节 is one line and not seven. */
export function holidayRuns(rows: TableDay[]): { name: string; from: Day; to: Day }[] {
  const runs: { name: string; from: Day; to: Day }[] = []
  for (const { day, name } of rows.filter(({ kind }) => kind === 'HOLIDAY')) {
    const last = runs.at(-1)
    if (last && last.name === name && plusDays(last.to, 1) === day) last.to = day
    else runs.push({ name, from: day, to: day })
  }
  return runs
}

export const monthsOfYear = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => plusMonths(`${year}-01-01`, index).slice(0, 7))

type OtherDate = {
  title: string
  /** null: another date of the same preview. */
  id: string | null
  isSeen: boolean
  name: string
  nameEn: string
  startsAt: Date
  endsAt: Date
  /** How many people both would call. */
  people: number
}

/** What stands in the way of a date. None of it forbids anything: whoever plans decides. */
export type Clash =
  | { kind: 'OFF'; holiday: string }
  | ({ kind: 'SAME_ALLIANCE' | 'SAME_PEOPLE' } & OtherDate)
  | { kind: 'THIRD_INVITATION'; people: number }

/** A row of the query: what it found for one of the dates. */
export type FoundClash = { key: string } & (
  ({ kind: 'SAME_ALLIANCE' | 'SAME_PEOPLE' } & OtherDate) | { kind: 'THIRD_INVITATION'; people: number }
)

/** What is most certain first: the calendar, the alliance itself, people of others, the week. */
export function clashesOf(day: Day, found: FoundClash[], table: DayTable): Clash[] {
  const off = offOn(day, table)
  const of = (kind: 'SAME_ALLIANCE' | 'SAME_PEOPLE') => found.filter((one) => one.kind === kind)
  const thirds = found.flatMap(({ kind, people }) => (kind === 'THIRD_INVITATION' ? [{ kind, people }] : []))
  return [...(off ? [{ kind: 'OFF' as const, ...off }] : []), ...of('SAME_ALLIANCE'), ...of('SAME_PEOPLE'), ...thirds]
}

export type KindOfRule = 'TRAINING' | 'EXCHANGE_MEETING'

/** How far the year's own dates of one kind have come; `next` is the first one that lies ahead. */
export type RuleLine = { held: number; published: number; draft: number; next: Date | null }

type OwnDate = { kind: ActivityKind; state: ActivityState; startsAt: Date; hostAllianceId: string }

/** Counted are the alliance's own: what another alliance holds for both is the other's. */
export function ruleLine(
  dates: OwnDate[],
  { allianceId, kind, at }: { allianceId: string; kind: KindOfRule; at: Date },
): RuleLine {
  const own = dates.filter((one) => one.kind === kind && one.hostAllianceId === allianceId)
  const of = (...states: ActivityState[]) => own.filter(({ state }) => states.includes(state))
  const ahead = of('PUBLISHED', 'DRAFT').find(({ startsAt }) => startsAt > at)
  return {
    held: of('HELD', 'CLOSED').length,
    published: of('PUBLISHED').length,
    draft: of('DRAFT').length,
    next: ahead?.startsAt ?? null,
  }
}
