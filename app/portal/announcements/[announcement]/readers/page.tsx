import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReaderList } from '@/components/announcements/reader-list'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { countReaders, listReaders } from '@/lib/announcements/reader-queries'
import { readersFilter } from '@/lib/announcements/schema'
import { now } from '@/lib/core/now'
import { formatInstant, formatNumber } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'
import { openAnnouncement, type AnnouncementParams } from '../../announcement'

type Props = { params: AnnouncementParams; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('announcements.readers.title')

export default async function ReadersPage({ params, searchParams }: Props) {
  const { actor, announcement, path, t, crumbs } = await openAnnouncement(params, '/readers')
  const query = await searchParams
  const filter = readersFilter.parse(query)
  const [locale, counts, page] = await Promise.all([
    getLocale(),
    countReaders(actor, announcement),
    listReaders(actor, announcement, filter),
  ])
  if (!counts) notFound()
  const { read, all } = counts

  return (
    <>
      <PageHeader
        title={t('readers.title')}
        crumbs={crumbs}
        note={t('readers.note', {
          read: formatNumber(read),
          all: formatNumber(all),
          at: formatInstant(locale, now()),
        })}
        actions={
          <ButtonLink href={`/api/announcements/${announcement.id}/readers.xlsx`} isDownload>
            {t('readers.export')}
          </ButtonLink>
        }
      />
      <ReaderList path={`${path}/readers`} query={query} show={filter.show} counts={counts} page={page} />
    </>
  )
}
