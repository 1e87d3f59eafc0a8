import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AudienceList, ExcludedList } from '@/components/audiences/audience-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { isEditable } from '@/lib/activities/rules'
import { listAudience } from '@/lib/audiences/list-queries'
import { canChooseAudience, canSeeAudiencePeople } from '@/lib/audiences/policy'
import { getAudience } from '@/lib/audiences/queries'
import { pageTitle } from '@/lib/text/page-title'
import { Changes } from './changes'
import { Choosing } from './choosing'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('audiences.title')

export default async function AudiencePage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const path = `/portal/activities/${id}/audience`
  const actor = await requireActor(path)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canChooseAudience(actor, activity) || !isEditable(activity)) notFound()
  const [t, audience, page] = await Promise.all([
    getTranslations('audiences'),
    getAudience(actor, activity),
    listAudience(actor, activity, {
      q: queryValue(query, 'q'),
      cursor: queryValue(query, 'cursor'),
      mayName: canSeeAudiencePeople(actor, activity),
    }),
  ])

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        crumbs={[{ href: `/portal/activities/${id}`, label: activity.title }]}
      />
      <Changes actor={actor} activity={activity} evaluatedAt={audience.evaluatedAt} />
      <Choosing
        actor={actor}
        activity={activity}
        audience={audience}
        {...(activity.state === 'DRAFT' && { next: `/portal/activities/${id}/setup` })}
      />
      <ExcludedList activityId={id} firms={audience.excluded} />
      <AudienceList path={path} query={query} activityId={id} page={page} />
    </>
  )
}
