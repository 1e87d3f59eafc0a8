import { EditAnnouncementForm } from '@/components/announcements/announcement-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { pageTitle } from '@/lib/text/page-title'
import { openOwnAnnouncement, type AnnouncementParams } from '../../announcement'
import { audienceChoices, valuesOf } from '../../audience'

export const generateMetadata = pageTitle('announcements.form.editTitle')

export default async function EditAnnouncementPage({ params }: { params: AnnouncementParams }) {
  const { actor, announcement, path, t, crumbs } = await openOwnAnnouncement(params, '/edit')
  const choices = await audienceChoices(actor)

  return (
    <>
      <PageHeader title={t('form.editTitle')} crumbs={crumbs} />
      <Words of={['announcements', 'alliances']}>
        <EditAnnouncementForm
          id={announcement.id}
          version={announcement.version}
          isFixed={announcement.state === 'PUBLISHED'}
          choices={choices}
          defaults={valuesOf(announcement)}
          backHref={path}
        />
      </Words>
    </>
  )
}
