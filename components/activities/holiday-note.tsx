'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Banner } from '@/components/layout/banner'
import type { Calendar } from '@/lib/settings/holiday-queries'
import { formatDay } from '@/lib/text/format'

/** Says that the chosen day is off, is worked in exchange, or lies in a year of which that is not known. Prevents nothing. */
export function HolidayNote({ calendar }: { calendar: Calendar }) {
  const [t, locale] = [useTranslations('activities.holiday'), useLocale()]
  const startsAt: unknown = useWatch({ name: 'startsAt' })
  const day = typeof startsAt === 'string' ? startsAt.slice(0, 10) : ''
  const known = calendar.days[day]
  const year = Number(day.slice(0, 4))
  const isUncovered = calendar.uncovered.includes(year)
  return (
    <div role="status" className="empty:hidden">
      {known && (
        <Banner tone={known.kind === 'HOLIDAY' ? 'warning' : 'info'}>
          {t(known.kind, { day: formatDay(locale, day), name: known.name })}
        </Banner>
      )}
      {isUncovered && <Banner tone="warning">{t('uncovered', { year: String(year) })}</Banner>}
    </div>
  )
}
