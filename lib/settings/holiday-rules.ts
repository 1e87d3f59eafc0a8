import published from 'chinese-days/dist/chinese-days.json'
import type { Day } from '@/lib/core/clock'
import type { HolidayKind } from '@/lib/core/prisma/enums'

export type HolidayRow = { day: Day; kind: HolidayKind; name: string }

/** 「English,中文,天数」 */
const nameOf = (entry: string): string => entry.split(',')[1] ?? ''

const rowsOf = (days: Record<string, string>, kind: HolidayKind, year: number): HolidayRow[] =>
  Object.entries(days)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([day, entry]) => ({ day, kind, name: nameOf(entry) }))

/** The days of a year as the State Council published them, as far as the library that came with this version knows. */
export const publishedDays = (year: number): HolidayRow[] =>
  [...rowsOf(published.holidays, 'HOLIDAY', year), ...rowsOf(published.workdays, 'WORKDAY', year)].sort((a, b) =>
    a.day.localeCompare(b.day),
  )
