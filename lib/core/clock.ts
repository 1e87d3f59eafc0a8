import { TZDate } from '@date-fns/tz'
import { addDays, addMonths, format, lastDayOfMonth as endingDay } from 'date-fns'

/**
 * Arithmetic of days and instants. An instant is a `Date`; a calendar day is `YYYY-MM-DD`; the zone is always Beijing,
 * whatever zone the server or the browser is in. Pure: who needs the present asks `core/now`.
 */
export type Day = string

export const timeZone = 'Asia/Shanghai'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** The Beijing calendar day of an instant. */
export const dayOf = (instant: Date): Day => format(new TZDate(instant.getTime(), timeZone), 'yyyy-MM-dd')

/** The Beijing year of an instant. */
export const yearOf = (instant: Date): number => Number(dayOf(instant).slice(0, 4))

/** Whether a text is a day that exists. */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** A day as Prisma's `@db.Date` wants it: midnight UTC. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** A `@db.Date` column as a day. */
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10)

export const fromDateOrNull = (date: Date | null): Day | null => (date ? fromDate(date) : null)

/** The rows that hold on a day, of those with a first day and an end that no longer counts (appointments, standings). */
export const holdingOn = (day: Day) => ({
  startsOn: { lte: toDate(day) },
  OR: [{ endsOn: null }, { endsOn: { gt: toDate(day) } }],
})

export const plusDays = (day: Day, days: number): Day => fromDate(addDays(toDate(day), days))

/** The same day so many months later, or the last of a month that has no such day. */
export const plusMonths = (day: Day, months: number): Day => fromDate(addMonths(toDate(day), months))

/** How many days from one day to another; negative where the other comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000)

/** The instant at which a Beijing day begins. */
export const startOfDay = (day: Day): Date => fromLocal(`${day}T00:00`)

/** The last day of the month of a day. */
export const lastDayOfMonth = (day: Day): Day => fromDate(endingDay(new TZDate(toDate(day).getTime(), 'UTC')))

/** First instant of a Beijing year and of the year after: a half-open period. */
export const yearPeriod = (year: number): { from: Date; to: Date } => ({
  from: startOfDay(`${year}-01-01`),
  to: startOfDay(`${year + 1}-01-01`),
})

/** First instant of a quarter (1 to 4) and of the one after. */
export function quarterPeriod(year: number, quarter: number): { from: Date; to: Date } {
  const month = (q: number) => String(q * 3 - 2).padStart(2, '0')
  const to = quarter === 4 ? startOfDay(`${year + 1}-01-01`) : startOfDay(`${year}-${month(quarter + 1)}-01`)
  return { from: startOfDay(`${year}-${month(quarter)}-01`), to }
}

/**
 * The instant that a `datetime-local` value means in Beijing. Never `z.coerce.date()`: that would read it in the server's
 * zone. Throws on a text of another shape.
 */
export function fromLocal(text: string): Date {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (!parts || !isDay(text.slice(0, 10))) throw new RangeError(`not a local date and time: ${text}`)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime())
}

/** An instant as the value of a `datetime-local` field, in Beijing. */
export const toLocal = (instant: Date): string => format(new TZDate(instant.getTime(), timeZone), "yyyy-MM-dd'T'HH:mm")
