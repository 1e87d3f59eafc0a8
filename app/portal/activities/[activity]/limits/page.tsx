import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { LimitPlacesForm } from '@/components/activities/limit-form'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canLimitPlaces } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { isEditable } from '@/lib/activities/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('activities.limits.title')

export default async function LimitPlacesPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/limits`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canLimitPlaces(actor, activity) || !isEditable(activity)) notFound()
  const [t, locale] = await Promise.all([getTranslations('activities.limits'), getLocale()])
  const { capacity, placesTaken, perEnterprise, offerHours } = activity
  const alliances = activity.alliances.map(({ alliance, placesTaken: taken, ...one }) => ({
    allianceId: one.allianceId,
    capacity: one.capacity,
    name: locale === 'en' ? alliance.nameEn : alliance.name,
    taken,
  }))

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: path, label: activity.title }]}
        note={t('note', { capacity: capacity ?? t('unlimited'), taken: placesTaken })}
      />
      <Words of={['activities']}>
        <LimitPlacesForm
          id={id}
          version={activity.version}
          alliances={alliances}
          defaults={{ perEnterprise, offerHours }}
        />
      </Words>
    </>
  )
}
