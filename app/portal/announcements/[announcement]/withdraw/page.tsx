import { WithdrawForm } from '@/components/announcements/course-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { pageTitle } from '@/lib/text/page-title'
import { openOwnAnnouncement, type AnnouncementParams } from '../../announcement'

export const generateMetadata = pageTitle('announcements.withdraw.title')

export default async function WithdrawAnnouncementPage({ params }: { params: AnnouncementParams }) {
  const { announcement, path, t, crumbs } = await openOwnAnnouncement(params, '/withdraw')

  return (
    <>
      <PageHeader title={t('withdraw.title')} note={t('withdraw.note')} crumbs={crumbs} />
      <Words of={['announcements']}>
        <WithdrawForm id={announcement.id} path={path} />
      </Words>
    </>
  )
}
