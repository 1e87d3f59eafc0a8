import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Renewal } from '@/components/layout/renewal'
import { ButtonLink } from '@/components/ui/button'
import type { DoorActivity, DoorPerson } from '@/lib/attendance/door-queries'
import type { AttendanceTally } from '@/lib/attendance/list-rules'
import type { CheckInStanding } from '@/lib/attendance/rules'
import { formatRange } from '@/lib/text/format'
import { DoorFigures } from './door-figures'

const renewalMilliseconds = 15_000

/** What the desk stands at, how the hall fills, and whether people can check in now. Other desks' arrivals show by themselves. */
export async function DoorHead({
  activity,
  deskOf,
  tally,
  standing,
}: {
  activity: DoorActivity
  deskOf: string
  tally: AttendanceTally
  standing: CheckInStanding
}) {
  const [t, list, projector, locale] = await Promise.all([
    getTranslations('attendance.door'),
    getTranslations('attendance.list'),
    getTranslations('checkIn.projector'),
    getLocale(),
  ])
  const path = `/portal/activities/${activity.id}`
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: path, label: activity.title }]}
        note={
          <>
            <span>{formatRange(locale, activity.startsAt, activity.endsAt)}</span>
            <span>{activity.place}</span>
          </>
        }
        actions={
          <>
            <ButtonLink href={`${path}/projector`}>{projector('open')}</ButtonLink>
            <ButtonLink href={`${path}/check-in`}>{list('open')}</ButtonLink>
          </>
        }
      />
      <DoorFigures activityId={activity.id} deskOf={deskOf} tally={tally} listPath={`${path}/check-in`} />
      {standing !== 'OPEN' && <Banner tone="warning">{t(`closed.${standing}`)}</Banner>}
      <Renewal milliseconds={renewalMilliseconds} of="door" />
    </>
  )
}

type Notes = { query: string; found: { people: DoorPerson[]; hasMore: boolean }; hasArrivals: boolean }

/** What the list below is, or why there is none. */
export async function DoorNotes({ query, found, hasArrivals }: Notes) {
  const t = await getTranslations('attendance.door')
  if (!query)
    return hasArrivals ? <h2 className="text-base">{t('latest')}</h2> : <p className="text-muted">{t('none')}</p>
  if (found.people.length > 0)
    return (
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-base">{t('results')}</h2>
        {found.hasMore && <p className="text-muted">{t('more', { count: found.people.length })}</p>}
      </div>
    )
  return (
    <div className="rounded-md border border-dashed bg-surface px-4 py-6 text-center">
      <p className="font-bold">{t('noMatch', { query })}</p>
      <p className="text-muted">{t('noMatchText')}</p>
    </div>
  )
}
