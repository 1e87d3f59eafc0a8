import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { WriteMinutesForm } from '@/components/activities/course-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canWriteMinutes } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { isHeld } from '@/lib/activities/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('activities.minutesForm.title')

export default async function MinutesPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/minutes`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canWriteMinutes(actor, activity) || !isHeld(activity)) notFound()
  const t = await getTranslations('activities.minutesForm')

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: path, label: activity.title }]} />
      <Words of={['activities']}>
        <WriteMinutesForm id={activity.id} version={activity.version} minutes={activity.minutes} />
      </Words>
    </>
  )
}
