import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { allianceBadgeClass } from '@/components/ui/alliance-badge'
import { badgeClass } from '@/components/ui/badge'
import type { WeekActivity } from '@/lib/reports/home-queries'
import { formatInstantOfYear } from '@/lib/text/format'

/** Activities as lines of a time line: when, whose, what, where. */
export async function ActivityLines({
  activities,
  note,
}: {
  activities: WeekActivity[]
  note?: (activity: WeekActivity) => string
}) {
  const [kinds, t, locale] = await Promise.all([
    getTranslations('activities.kind'),
    getTranslations('reports.home'),
    getLocale(),
  ])

  return (
    <ol className="divide-y rounded-md border bg-surface">
      {activities.map((activity) => (
        <li key={activity.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
          <time className="w-40 shrink-0 text-muted" dateTime={activity.startsAt.toISOString()}>
            {formatInstantOfYear(locale, activity.startsAt)}
          </time>
          <span className={allianceBadgeClass(activity.hostAlliance.sortOrder)}>{activity.hostAlliance.shortName}</span>
          <Link
            href={`/portal/activities/${activity.id}`}
            prefetch={false}
            className="link min-w-0 flex-1 basis-48 font-bold"
          >
            {activity.title}
          </Link>
          <span className={badgeClass()}>{kinds(activity.kind)}</span>
          <span className="text-muted">{note ? note(activity) : activity.place}</span>
          {activity.capacity && !note ? (
            <span className="text-muted">
              {t('places', { taken: String(activity.placesTaken), capacity: String(activity.capacity) })}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
