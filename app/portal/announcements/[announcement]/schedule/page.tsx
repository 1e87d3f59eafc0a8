import { notFound } from 'next/navigation'
import { ScheduleForm } from '@/components/announcements/course-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { toLocal } from '@/lib/core/clock'
import { pageTitle } from '@/lib/text/page-title'
import { openOwnAnnouncement, type AnnouncementParams } from '../../announcement'

export const generateMetadata = pageTitle('announcements.schedule.title')

export default async function ScheduleAnnouncementPage({ params }: { params: AnnouncementParams }) {
  const { announcement, path, t, crumbs } = await openOwnAnnouncement(params, '/schedule')
  if (announcement.state === 'PUBLISHED') notFound()
  const { publishAt } = announcement

  return (
    <>
      <PageHeader title={t('schedule.title')} note={t('schedule.note')} crumbs={crumbs} />
      <Words of={['announcements']}>
        <ScheduleForm id={announcement.id} path={path} publishAt={publishAt && toLocal(publishAt)} />
      </Words>
    </>
  )
}
