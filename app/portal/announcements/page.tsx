import { getTranslations } from 'next-intl/server'
import { AnnouncementList } from '@/components/announcements/announcement-list'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { countAnnouncements, listAnnouncements, listPinned } from '@/lib/announcements/list-queries'
import { canAnnounce } from '@/lib/announcements/policy'
import { announcementFilter } from '@/lib/announcements/schema'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/announcements'

export const generateMetadata = pageTitle('announcements.title')

export default async function AnnouncementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  const query = await searchParams
  const filter = announcementFilter.parse(query)
  const [t, pinned, page, total] = await Promise.all([
    getTranslations('announcements'),
    listPinned(actor, filter),
    listAnnouncements(actor, filter),
    countAnnouncements(actor, filter),
  ])
  const mayAnnounce = canAnnounce(actor)

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('list.note')}
        actions={
          mayAnnounce && (
            <ButtonLink href={`${path}/new`} variant="primary">
              {t('list.new')}
            </ButtonLink>
          )
        }
      />
      <AnnouncementList
        path={path}
        query={query}
        show={filter.show}
        pinned={pinned}
        page={page}
        total={total}
        mayAnnounce={mayAnnounce}
      />
    </>
  )
}
