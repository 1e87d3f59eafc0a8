import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { InvitationList } from '@/components/invitations/invitation-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getInvitingActivity, listInvitations, tallyInvitations } from '@/lib/invitations/list-queries'
import { formatNumber } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('invitations.list.title')

export default async function InvitationsPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const path = `/portal/activities/${id}/invitations`
  const actor = await requireActor(path)
  const activity = (await getInvitingActivity(actor, id)) ?? notFound()
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
    </>
  )
}
