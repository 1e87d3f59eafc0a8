import { isPortalAdministrator, type Actor } from '@/lib/access/actor'
import { fromDate, plusDays, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { publishedDays, type HolidayRow } from './holiday-rules'

const inYear = (year: number) => ({ day: { gte: toDate(`${year}-01-01`), lte: toDate(`${year}-12-31`) } })

/** The days of a year that differ from the week, in their order. */
export async function listHolidays(year: number, client: Tx = db): Promise<HolidayRow[]> {
  const rows = await client.holiday.findMany({ where: inYear(year), orderBy: { day: 'asc' } })
  return rows.map(({ day, ...row }) => ({ ...row, day: fromDate(day) }))
}

/** Those of the years of which the table knows no day at all. */
export async function listUncoveredYears(years: number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM day)::int AS year FROM holidays WHERE extract(year FROM day) = ANY (${years})`
  const known = rows.map(({ year }) => year)
  return years.filter((year) => !known.includes(year))
}

/** What whoever plans a date should know: days off and days worked in exchange, and the years that are not covered. */
export type Calendar = { days: Record<Day, { kind: HolidayRow['kind']; name: string }>; uncovered: number[] }

const plannedDays = 500

/** The calendar of the months in which something may be planned. */
export async function getCalendar(today: Day): Promise<Calendar> {
  const thisYear = Number(today.slice(0, 4))
  const [rows, uncovered] = await Promise.all([
    db.holiday.findMany({ where: { day: { gte: toDate(today), lte: toDate(plusDays(today, plannedDays)) } } }),
    listUncoveredYears([thisYear, thisYear + 1]),
  ])
  return {
    days: Object.fromEntries(rows.map(({ day, kind, name }) => [fromDate(day), { kind, name }])),
    uncovered,
  }
}

/** The table of holidays as a whole, for whoever keeps it. */
export const holidayTableSubject = async (_tx: Tx, actor: Actor): Promise<Record<string, never> | null> =>
  isPortalAdministrator(actor) ? {} : null

export type HolidaySubject = HolidayRow

/** One day of the table, for whoever keeps it. */
export async function holidaySubject(tx: Tx, actor: Actor, { day }: { day: Day }): Promise<HolidaySubject | null> {
  if (!isPortalAdministrator(actor)) return null
  const row = await tx.holiday.findUnique({ where: { day: toDate(day) } })
  return row && { ...row, day: fromDate(row.day) }
}

/** Whether the library that came with this version knows the year. */
export const isPublished = (year: number): boolean => publishedDays(year).length > 0
