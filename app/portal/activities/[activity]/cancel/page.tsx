import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CancelActivityForm } from '@/components/activities/course-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canCancelActivity } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { canBecome } from '@/lib/activities/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('activities.cancelling.title')

export default async function CancelActivityPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/cancel`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canCancelActivity(actor, activity) || !canBecome(activity.state, 'CANCELLED')) notFound()
  const t = await getTranslations('activities.cancelling')

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: path, label: activity.title }]} />
      <Words of={['activities']}>
        <CancelActivityForm id={activity.id} />
      </Words>
    </>
  )
}
