import { getTranslations } from 'next-intl/server'
import { ActivityList } from '@/components/activities/activity-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { ViewBar } from '@/components/views/view-bar'
import { requireActor } from '@/lib/access/session'
import { activityFilterOf } from '@/lib/activities/filter-rules'
import { countActivities, listActivities, listActivityAlliances } from '@/lib/activities/list-queries'
import { canScheduleActivity } from '@/lib/activities/policy'
import { pageTitle } from '@/lib/text/page-title'
import { openViews } from '../views'

const path = '/portal/activities'

export const generateMetadata = pageTitle('activities.list.title')

export default async function ActivitiesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  const query = await searchParams
  const views = await openViews(actor, 'activities', query)
  const filter = activityFilterOf((name) => queryValue(query, name))
  const [t, page, total, alliances] = await Promise.all([
    getTranslations('activities.list'),
    listActivities(actor, filter, queryValue(query, 'cursor')),
    countActivities(actor, filter),
    listActivityAlliances(),
  ])
  const schedule = alliances.some((alliance) => canScheduleActivity(actor, alliance)) && (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t('new')}
    </ButtonLink>
  )

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={schedule} />
      <ViewBar {...views} query={query} />
      <ActivityList
        path={path}
        query={query}
        {...page}
        total={total}
        alliances={alliances}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </>
  )
}
