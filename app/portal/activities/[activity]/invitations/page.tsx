import { notFound } from 'next/navigation'
import { InvitationHead } from '@/components/invitations/invitation-head'
import { InvitationList } from '@/components/invitations/invitation-list'
import { InvitationText } from '@/components/invitations/invitation-text'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { getAudience } from '@/lib/audiences/queries'
import { publicUrl } from '@/lib/core/env'
import { now } from '@/lib/core/now'
import { listInvitations, tallyInvitations } from '@/lib/invitations/list-queries'
import { canSeeInvitations } from '@/lib/invitations/policy'
import { tallyUnanswered } from '@/lib/invitations/urge-queries'
import { registrationWindow } from '@/lib/places/rules'
import { pageTitle } from '@/lib/text/page-title'
import { Changes } from '../audience/changes'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('invitations.list.title')

export default async function InvitationsPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const path = `/portal/activities/${id}/invitations`
  const actor = await requireActor(path)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canSeeInvitations(actor, activity)) notFound()
  const isOpen = registrationWindow(activity, now()) === 'OPEN'
  const [tally, urges, page] = await Promise.all([
    tallyInvitations(activity, actor.today),
    tallyUnanswered(activity, actor.today),
    listInvitations(actor, activity, queryValue(query, 'cursor')),
  ])

  return (
    <>
      <InvitationHead activity={activity} tally={tally} urges={urges} isOpen={isOpen} />
      <Changes actor={actor} activity={activity} evaluatedAt={(await getAudience(actor, activity)).evaluatedAt} />
      <InvitationList path={path} total={tally.people} page={page} today={isOpen ? actor.today : null} />
      <InvitationText activity={activity} address={`${publicUrl}/portal/activities/${id}`} />
    </>
  )
}
