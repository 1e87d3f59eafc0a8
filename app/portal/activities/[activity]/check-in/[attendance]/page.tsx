import { notFound } from 'next/navigation'
import { CorrectAttendance } from '@/components/attendance/correct-attendance'
import { requireActor } from '@/lib/access/session'
import { getCorrection } from '@/lib/attendance/correction-queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string; attendance: string }> }

export const generateMetadata = pageTitle('attendance.correcting.title')

export default async function CorrectAttendancePage({ params }: Props) {
  const { activity, attendance } = await params
  const actor = await requireActor(`/portal/activities/${activity}/check-in/${attendance}`)
  const correction = (await getCorrection(actor, activity, attendance)) ?? notFound()
  return <CorrectAttendance {...correction} />
}
