import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PostponeActivityForm } from '@/components/activities/activity-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canPostponeActivity } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { isBegun } from '@/lib/activities/rules'
import { now } from '@/lib/core/now'
import { getCalendar } from '@/lib/settings/holiday-queries'
import { pageTitle } from '@/lib/text/page-title'
import { timeValues } from '../../choices'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('activities.postpone.title')

export default async function PostponeActivityPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/postpone`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  const isOpen = activity.state === 'PUBLISHED' && !isBegun(activity, now())
  if (!canPostponeActivity(actor, activity) || !isOpen) notFound()
  const t = await getTranslations('activities.postpone')

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: path, label: activity.title }]} />
      <Words of={['activities']}>
        <PostponeActivityForm
          id={activity.id}
          version={activity.version}
          calendar={await getCalendar(actor.today)}
          defaults={timeValues(activity)}
        />
      </Words>
    </>
  )
}
