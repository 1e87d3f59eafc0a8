import { getLocale, getTranslations } from 'next-intl/server'
import { dayOf } from '@/lib/core/clock'
import type { Clash } from '@/lib/plans/rules'
import { formatRange, formatTime } from '@/lib/text/format'
import { nameIn, toLocale, type Locale } from '@/lib/text/locale'

const hoursOf = (locale: Locale, from: Date, to: Date): string =>
  dayOf(from) === dayOf(to) ? `${formatTime(from)}–${formatTime(to)}` : formatRange(locale, from, to)

/** What stands in the way of a date, as a sentence. */
export async function clashWords(): Promise<(clash: Clash) => string> {
  const [t, given] = await Promise.all([getTranslations('plans.clash'), getLocale()])
  const locale = toLocale(given)
  return (clash) => {
    if (clash.kind === 'OFF') return clash.holiday ? t('holiday', { holiday: clash.holiday }) : t('weekend')
    if (clash.kind === 'THIRD_INVITATION') return t('THIRD_INVITATION', { people: clash.people })
    const { kind, title, people, startsAt, endsAt } = clash
    return t(kind, { title, people, alliance: nameIn(locale, clash), time: hoursOf(locale, startsAt, endsAt) })
  }
}
