import { notFound } from 'next/navigation'
import { AddAttendance } from '@/components/attendance/add-attendance'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { findAtDoor, getAtDoor, getDoorActivity } from '@/lib/attendance/door-queries'
import { canAddAttendance } from '@/lib/attendance/policy'
import { canBeAdded } from '@/lib/attendance/rules'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('attendance.adding.title')

export default async function AddAttendancePage({ params, searchParams }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in/add`)
  const activity = (await getDoorActivity(actor, id)) ?? notFound()
  if (!canAddAttendance(actor, activity) || !canBeAdded(activity, now())) notFound()
  const query = await searchParams
  const q = queryValue(query, 'q')?.slice(0, 60) ?? ''
  const [person, found] = await Promise.all([
    getAtDoor(actor, activity, queryValue(query, 'person') ?? ''),
    findAtDoor(actor, activity, q),
  ])
  return <AddAttendance activity={activity} query={query} q={q} person={person} found={found} />
}
