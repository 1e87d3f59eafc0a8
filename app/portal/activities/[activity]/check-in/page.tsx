import { notFound } from 'next/navigation'
import { AttendanceList } from '@/components/attendance/attendance-list'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { takesCheckIns } from '@/lib/activities/rules'
import { getListedActivity, listAttendance } from '@/lib/attendance/list-queries'
import { attendanceFilterOf } from '@/lib/attendance/list-rules'
import * as policy from '@/lib/attendance/policy'
import { canBeAdded } from '@/lib/attendance/rules'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('attendance.list.title')

export default async function AttendancePage({ params, searchParams }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in`)
  const activity = (await getListedActivity(actor, id)) ?? notFound()
  const query = await searchParams
  const filter = attendanceFilterOf((name) => queryValue(query, name))
  const page = await listAttendance(actor, activity, filter, queryValue(query, 'cursor'))
  const at = now()
  const can = {
    review: policy.canReviewPresence(actor, activity),
    online: policy.canAddAttendance(actor, activity) && activity.mode !== 'ON_SITE' && canBeAdded(activity, at),
    add: policy.canAddAttendance(actor, activity) && canBeAdded(activity, at),
    correct: policy.canCorrectAttendance(actor, activity),
    desk: policy.canCheckInAtDoor(actor, activity) && takesCheckIns(activity),
    sheet: policy.canPrintSignInSheet(actor, activity),
  }
  return <AttendanceList activity={activity} query={query} filter={filter} page={page} can={can} at={at} />
}
