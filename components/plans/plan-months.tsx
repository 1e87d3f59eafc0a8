import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge, type Tone } from '@/components/ui/badge'
import { dayOf } from '@/lib/core/clock'
import type { ActivityState } from '@/lib/core/prisma/enums'
import type { PlanDate } from '@/lib/plans/queries'
import { monthsOfYear, type Clash, type holidayRuns } from '@/lib/plans/rules'
import { formatDayOfYear, formatTime } from '@/lib/text/format'
import { ClashLines } from './clash-lines'

type Runs = ReturnType<typeof holidayRuns>

type Props = {
  year: number
  allianceId: string
  dates: PlanDate[]
  clashes: Map<string, Clash[]>
  daysOff: Runs
}

/** The dates of a year, month by month; a month without any says so in one line. */
export async function PlanMonths({ year, allianceId, dates, clashes, daysOff }: Props) {
  const t = await getTranslations('plans')
  return (
    <ol aria-label={t('month.label')} className="flex flex-col rounded-md border bg-surface">
      {monthsOfYear(year).map((month) => {
        const own = dates.filter(({ startsAt }) => dayOf(startsAt).startsWith(month))
        return (
          <li key={month} className="grid gap-x-4 gap-y-1 border-t px-4 py-3 first:border-t-0 sm:grid-cols-[9rem_1fr]">
            <MonthHead month={month} daysOff={daysOff.filter(({ from }) => from.startsWith(month))} />
            {own.length === 0 && <p className="text-sm text-muted">{t('month.nothing')}</p>}
            {own.length > 0 && (
              <ul className="flex flex-col gap-3">
                {own.map((date) => (
                  <li key={date.id}>
                    <DateLine date={date} isGuest={date.hostAllianceId !== allianceId} />
                    <ClashLines clashes={clashes.get(date.id) ?? []} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}

async function MonthHead({ month, daysOff }: { month: string; daysOff: Runs }) {
  const t = await getTranslations('plans')
  const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
  return (
    <div>
      <p className="font-bold">{t('series.month', { month: Number(month.slice(5)) })}</p>
      {daysOff.map(({ name, from, to }) => (
        <p key={from} className="text-xs text-muted">
          {t('month.off', { name, days: from === to ? short(from) : `${short(from)}–${short(to)}` })}
        </p>
      ))}
    </div>
  )
}

const tones: Record<ActivityState, Tone> = {
  DRAFT: 'neutral',
  PUBLISHED: 'primary',
  HELD: 'success',
  CLOSED: 'success',
  CANCELLED: 'danger',
}

async function DateLine({ date, isGuest }: { date: PlanDate; isGuest: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('activities'), getLocale()])
  const { id, kind, state, title, startsAt, hostAlliance } = date
  const isGone = state === 'CANCELLED'
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className={`tabular-nums ${isGone ? 'text-muted line-through' : ''}`}>
        {formatDayOfYear(locale, dayOf(startsAt))} {formatTime(startsAt)}
      </span>
      <Link
        href={`/portal/activities/${id}`}
        prefetch={false}
        className={`link min-w-0 ${isGone ? 'line-through' : ''}`}
      >
        {title}
      </Link>
      <span className="text-sm text-muted">{t(`kind.${kind}`)}</span>
      {isGuest && <AllianceBadge alliance={hostAlliance} />}
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
    </p>
  )
}
