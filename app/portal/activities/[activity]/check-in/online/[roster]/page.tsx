import { notFound } from 'next/navigation'
import { queryValue, type Query } from '@/components/list/href'
import { ReviewRoster } from '@/components/rosters/review-roster'
import { requireActor } from '@/lib/access/session'
import { findAtDoor, getDoorActivity } from '@/lib/attendance/door-queries'
import { now } from '@/lib/core/now'
import { takesRosters } from '@/lib/rosters/policy'
import { getRoster } from '@/lib/rosters/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string; roster: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('rosters.title')

export default async function RosterPage({ params, searchParams }: Props) {
  const { activity: id, roster: rosterId } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in/online/${rosterId}`)
  const [roster, activity] = await Promise.all([getRoster(actor, id, rosterId), getDoorActivity(actor, id)])
  if (!roster || !activity) notFound()
  const query = await searchParams
  const q = queryValue(query, 'q')?.slice(0, 60) ?? ''
  const found = await findAtDoor(actor, activity, q)
  return <ReviewRoster roster={roster} query={query} q={q} found={found} isTaking={takesRosters(activity, now())} />
}
