import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import type { PublicDate } from '@/lib/activities/public-queries'
import type { PublicAlliance } from '@/lib/alliances/queries'
import { formatInstantOfYear } from '@/lib/text/format'

type Props = { dates: PublicDate[]; alliances: PublicAlliance[]; most: number }

/** What the alliances hold this week; the rest is a number, so that the page keeps its height. */
export async function WeekList({ dates, alliances, most }: Props) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('public.home'),
    getTranslations('activities.kind'),
    getLocale(),
  ])
  const byId = new Map(alliances.map((alliance) => [alliance.id, alliance]))
  if (dates.length === 0)
    return <p className="rounded-md border border-dashed bg-surface px-3 py-4 text-sm text-muted">{t('weekNone')}</p>

  return (
    <ul className="rounded-md border bg-surface text-sm">
      {dates.slice(0, most).map((date) => {
        const alliance = byId.get(date.allianceId)
        return (
          <li key={date.id} className="border-b last:border-b-0">
            <Link
              href={`/alliances/${alliance?.slug ?? ''}`}
              prefetch={false}
              className="flex min-h-8 items-center gap-2 px-3 hover:text-primary pointer-coarse:min-h-(--target)"
            >
              {alliance && <AllianceBadge alliance={{ sortOrder: alliance.order, shortName: alliance.shortName }} />}
              <span className="min-w-0 flex-1 truncate">{kinds(date.kind)}</span>
              <span className="shrink-0 text-muted">{formatInstantOfYear(locale, date.startsAt)}</span>
            </Link>
          </li>
        )
      })}
      {dates.length > most && <li className="px-3 py-1 text-muted">{t('weekMore', { count: dates.length - most })}</li>}
    </ul>
  )
}
