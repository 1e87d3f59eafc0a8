import { type Locale } from './locale'

/**
 * How days, instants and numbers are written. The only place that does; pure, and small enough for the browser.
 * A day is `YYYY-MM-DD`, an instant a `Date` or its ISO text, and the reader's clock is always Beijing's.
 */
type Instant = Date | string | number

type Parts = { year: number; month: number; day: number; weekday: number; time: string }

const dash = '–'

const none = '—'

// Beijing has kept UTC+8 without summer time since 1991; nothing in this portal is older.
const beijingOffset = 8 * 60 * 60 * 1000

const weekdays: Record<Locale, string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function partsOf(utc: Date): Parts {
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    day: utc.getUTCDate(),
    weekday: utc.getUTCDay(),
    time: utc.toISOString().slice(11, 16),
  }
}

const partsOfInstant = (instant: Instant) => partsOf(new Date(new Date(instant).getTime() + beijingOffset))

const partsOfDay = (day: string) => partsOf(new Date(`${day}T00:00:00Z`))

function writeDay(locale: Locale, { year, month, day, weekday }: Parts, withYear: boolean): string {
  const name = weekdays[locale][weekday] ?? ''
  if (locale === 'zh-CN') return `${withYear ? `${year}年` : ''}${month}月${day}日（${name}）`
  return `${name} ${day} ${months[month - 1] ?? ''}${withYear ? ` ${year}` : ''}`
}

const join = (locale: Locale, day: string, time: string) => (locale === 'zh-CN' ? `${day}${time}` : `${day}, ${time}`)

/** 2026年11月24日（周二） · Tue 24 Nov 2026 */
export const formatDay = (locale: Locale, day: string): string => writeDay(locale, partsOfDay(day), true)

/** 11月24日（周二） · Tue 24 Nov — where the year is plain from the page. */
export const formatDayOfYear = (locale: Locale, day: string): string => writeDay(locale, partsOfDay(day), false)

/** 2026年11月 · Nov 2026, from a day or `YYYY-MM`. */
export function formatMonth(locale: Locale, month: string): string {
  const { year, month: number } = partsOfDay(`${month.slice(0, 7)}-01`)
  return locale === 'zh-CN' ? `${year}年${number}月` : `${months[number - 1] ?? ''} ${year}`
}

/** 2026年11月24日（周二）09:00 · Tue 24 Nov 2026, 09:00 */
export function formatInstant(locale: Locale, instant: Instant): string {
  const parts = partsOfInstant(instant)
  return join(locale, writeDay(locale, parts, true), parts.time)
}

/** The Beijing day of an instant, as formatDay writes it. */
export const formatDayOfInstant = (locale: Locale, instant: Instant): string =>
  writeDay(locale, partsOfInstant(instant), true)

/** 11月24日（周二）09:00 · Tue 24 Nov, 09:00 */
export function formatInstantOfYear(locale: Locale, instant: Instant): string {
  const parts = partsOfInstant(instant)
  return join(locale, writeDay(locale, parts, false), parts.time)
}

/** 09:00 */
export const formatTime = (instant: Instant): string => partsOfInstant(instant).time

/** 2026-11-24 09:00, for columns of a table and for logs; the same in both languages. */
export const formatStamp = (instant: Instant): string =>
  new Date(new Date(instant).getTime() + beijingOffset).toISOString().slice(0, 16).replace('T', ' ')

/** From and to, the day said once where it is the same: 2026年11月24日（周二）09:00–11:30 */
export function formatRange(locale: Locale, from: Instant, to: Instant): string {
  const start = partsOfInstant(from)
  const end = partsOfInstant(to)
  const isSameDay = start.year === end.year && start.month === end.month && start.day === end.day
  const until = isSameDay ? end.time : join(locale, writeDay(locale, end, start.year !== end.year), end.time)
  const gap = isSameDay ? dash : ` ${dash} `
  return `${join(locale, writeDay(locale, start, true), start.time)}${gap}${until}`
}

/** 2026-01-01 – 2026-12-31, and 2026-01-01 起 · from 2026-01-01 where no end is set. */
export function formatDays(locale: Locale, from: string, to: string | null): string {
  if (to !== null) return `${from} ${dash} ${to}`
  return locale === 'zh-CN' ? `${from} 起` : `from ${from}`
}

/** 1,284 in both languages. */
export const formatNumber = (value: number): string => String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')

/** 35.3%, and a dash where there is nothing to divide by. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? none : `${((part / whole) * 100).toFixed(1).replace(/\.0$/, '')}%`

/** 35.3%（12/34）: a rate never stands without what it was made of. */
export function formatRate(locale: Locale, part: number, whole: number): string {
  const fraction = `${formatNumber(part)}/${formatNumber(whole)}`
  return locale === 'zh-CN' ? `${formatShare(part, whole)}（${fraction}）` : `${formatShare(part, whole)} (${fraction})`
}

/** 12.4 MB */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
