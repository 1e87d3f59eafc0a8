import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/components/activities/activity-list'
import { YearSwitch } from '@/components/alliances/year-switch'
import { Section } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { activityFilterOf } from '@/lib/activities/filter-rules'
import { countActivities, listActivities, listActivityAlliances } from '@/lib/activities/list-queries'
import { canScheduleActivity } from '@/lib/activities/policy'
import { listYears } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.activities')

export default async function AllianceActivitiesPage({ params, searchParams }: Props) {
  const [{ alliance: slug }, query] = await Promise.all([params, searchParams])
  const path = `/portal/alliances/${slug}/activities`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(query, actor)
  const ofYear = { alliance: slug, from: `${year}-01-01`, to: `${year}-12-31`, period: 'all' } as const
  const filter = { ...activityFilterOf((name) => queryValue(query, name)), ...ofYear }
  const [t, page, total, alliances, years] = await Promise.all([
    getTranslations('activities.list'),
    listActivities(actor, filter, queryValue(query, 'cursor')),
    countActivities(actor, filter),
    listActivityAlliances(),
    listYears(actor),
  ])
  const schedule = canScheduleActivity(actor, alliance) && (
    <ButtonLink href={`/portal/activities/new?alliance=${slug}`} variant="primary">
      {t('new')}
    </ButtonLink>
  )
  const actions = (
    <>
      <YearSwitch path={path} years={years} current={year} />
      {schedule}
    </>
  )

  return (
    <Section title={t('ofAlliance', { year: String(year) })} actions={actions}>
      <ActivityList
        path={path}
        query={{ ...query, year: String(year) }}
        {...page}
        total={total}
        alliances={alliances}
        isOfAlliance
        empty={{ title: t('emptyYear'), action: schedule }}
      />
    </Section>
  )
}
