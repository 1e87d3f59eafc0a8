import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CorrectAttendance } from '@/components/attendance/correct-attendance'
import { requireActor } from '@/lib/access/session'
import { getCorrection } from '@/lib/attendance/correction-queries'

type Props = { params: Promise<{ activity: string; attendance: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.correcting'))('title') }
}

export default async function CorrectAttendancePage({ params }: Props) {
  const { activity, attendance } = await params
  const actor = await requireActor(`/portal/activities/${activity}/check-in/${attendance}`)
  const correction = (await getCorrection(actor, activity, attendance)) ?? notFound()
  return <CorrectAttendance {...correction} />
}
