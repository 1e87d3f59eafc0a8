import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EditActivityForm } from '@/components/activities/activity-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canEditActivity } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { isEditable } from '@/lib/activities/rules'
import { getCalendar } from '@/lib/settings/holiday-queries'
import { pageTitle } from '@/lib/text/page-title'
import { activityValues, allianceChoices } from '../../choices'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('activities.edit.title')

export default async function EditActivityPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/edit`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canEditActivity(actor, activity) || !isEditable(activity)) notFound()
  const [t, locale] = await Promise.all([getTranslations('activities'), getLocale()])
  const { invited } = await allianceChoices(actor, locale)
  const alsoFor = invited.filter(({ value }) => value !== activity.hostAllianceId)
  const others = activity.alliances.map((one) => one.allianceId).filter((one) => one !== activity.hostAllianceId)
  const isOwn = (allianceId: string) => alsoFor.some(({ value }) => value === allianceId)

  return (
    <>
      <PageHeader title={t('edit.title')} crumbs={[{ href: path, label: activity.title }]} />
      <Words of={['activities']}>
        <EditActivityForm
          id={activity.id}
          version={activity.version}
          isPublished={activity.state === 'PUBLISHED'}
          alsoFor={alsoFor}
          kept={others.filter((one) => !isOwn(one))}
          calendar={await getCalendar(actor.today)}
          defaults={{ ...activityValues(activity), allianceIds: others.filter(isOwn) }}
        />
      </Words>
    </>
  )
}
