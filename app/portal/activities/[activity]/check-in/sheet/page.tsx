import { notFound } from 'next/navigation'
import { SignInSheet } from '@/components/attendance/sign-in-sheet'
import { requireActor } from '@/lib/access/session'
import { getListedActivity, listExpected } from '@/lib/attendance/list-queries'
import { canPrintSignInSheet } from '@/lib/attendance/policy'
import { now } from '@/lib/core/now'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('attendance.sheet.title')

export default async function SignInSheetPage({ params }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in/sheet`)
  const activity = (await getListedActivity(actor, id)) ?? notFound()
  if (!canPrintSignInSheet(actor, activity)) notFound()
  return <SignInSheet activity={activity} lines={await listExpected(actor, activity)} at={now()} />
}
