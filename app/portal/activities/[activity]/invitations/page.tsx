import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { InvitationText } from '@/components/invitations/invitation-text'
import { InvitationList } from '@/components/invitations/invitation-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { publicUrl } from '@/lib/core/env'
import { listInvitations, tallyInvitations } from '@/lib/invitations/list-queries'
import { canSeeInvitations } from '@/lib/invitations/policy'
import { formatNumber } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('invitations.list.title')

export default async function InvitationsPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const path = `/portal/activities/${id}/invitations`
  const actor = await requireActor(path)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canSeeInvitations(actor, activity)) notFound()
  const [t, lists, tally, page] = await Promise.all([
    getTranslations('invitations.list'),
    getTranslations('activities.list'),
    tallyInvitations(activity, actor.today),
    listInvitations(actor, activity, queryValue(query, 'cursor')),
  ])
  const { people, enterprises, answered } = tally

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: '/portal/activities', label: lists('title') },
          { href: `/portal/activities/${id}`, label: activity.title },
        ]}
        note={t('note', {
          people: formatNumber(people),
          enterprises: formatNumber(enterprises),
          answered: formatNumber(answered),
        })}
      />
      <InvitationList path={path} total={people} page={page} />
      <InvitationText activity={activity} address={`${publicUrl}/portal/activities/${id}`} />
    </>
  )
}
