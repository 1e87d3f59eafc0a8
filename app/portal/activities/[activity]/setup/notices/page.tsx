import { InvitationText } from '@/components/invitations/invitation-text'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { NoticePlan } from '@/components/setup/notice-plan'
import { PassSectionButton } from '@/components/setup/setup-buttons'
import { countAudience } from '@/lib/audiences/queries'
import { publicUrl } from '@/lib/core/env'
import { now } from '@/lib/core/now'
import { reminderSteps } from '@/lib/reminders/rules'
import { pageTitle } from '@/lib/text/page-title'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.section.NOTICES')

export default async function NoticesPage({ params }: Props) {
  const { activity: id } = await params
  const { actor, activity, path, t, under } = await openDraft(id, 'notices')
  const at = now()
  const reminders = reminderSteps
    .map(({ before }) => new Date(activity.startsAt.getTime() - before))
    .map((due) => ({ due, isOver: due <= at }))

  return (
    <>
      <PageHeader title={t('section.NOTICES')} crumbs={under} />
      <NoticePlan activityId={id} count={await countAudience(actor, activity)} reminders={reminders} />
      <InvitationText activity={activity} address={`${publicUrl}/portal/activities/${id}`} />
      <Words of={['setup']}>
        <PassSectionButton id={id} section="NOTICES" next={path} />
      </Words>
    </>
  )
}
