import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActivityActions } from '@/components/activities/activity-actions'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { isBegun } from '@/lib/activities/rules'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'
import { activityRights, CheckIns } from './check-ins'
import { Course } from './course'
import { Facts } from './facts'
import { Followups, LeftOver } from './followups'
import { Places } from './places'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('activities.list.title')

export default async function ActivityPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const actor = await requireActor(`/portal/activities/${id}`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  const t = await getTranslations('activities')

  return (
    <>
      <PageHeader
        title={activity.title}
        crumbs={[{ href: '/portal/activities', label: t('list.title') }]}
        note={
          <>
            <Badge tone={activity.state === 'CANCELLED' ? 'danger' : 'primary'}>{t(`state.${activity.state}`)}</Badge>
            <span>{t(`kind.${activity.kind}`)}</span>
            <AllianceBadge alliance={activity.hostAlliance} />
          </>
        }
        actions={
          <Words of={['activities']}>
            <ActivityActions
              id={id}
              title={activity.title}
              state={activity.state}
              isBegun={isBegun(activity, now())}
              can={await activityRights(actor, activity)}
            />
          </Words>
        }
      />
      <Facts actor={actor} activity={activity} />
      <LeftOver actor={actor} activity={activity} />
      <CheckIns actor={actor} activity={activity} />
      <Places actor={actor} activity={activity} cursor={queryValue(query, 'cursor')} />
      <Course actor={actor} activity={activity} problem={queryValue(query, 'problem') ?? null} />
      <Followups actor={actor} activity={activity} />
    </>
  )
}
