import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import type { AnnouncementRow } from '@/lib/announcements/list-queries'
import type { AnnouncementFilter } from '@/lib/announcements/schema'
import type { Page } from '@/lib/core/paging'
import { AnnouncementLines } from './announcement-lines'

type Props = {
  path: string
  query: Query
  show: AnnouncementFilter['show']
  pinned: AnnouncementRow[]
  page: Page<AnnouncementRow>
  total: number
  mayAnnounce: boolean
}

const empties = { all: 'list.empty', unread: 'list.emptyUnread', own: 'list.emptyOwn' } as const

/** Everything that one reads, what is still unread, and what the own office wrote. */
export async function AnnouncementList({ path, query, show, pinned, page, total, mayAnnounce }: Props) {
  const t = await getTranslations('announcements')
  const rows = [...pinned, ...page.rows]
  const views = mayAnnounce ? (['unread', 'own'] as const) : (['unread'] as const)
  return (
    <>
      <Tabs
        label={t('list.tabs.label')}
        tabs={[
          { href: path, label: t('list.tabs.all'), isCurrent: !show },
          ...views.map((view) => ({
            href: hrefWith(path, {}, { show: view }),
            label: t(`list.tabs.${view}`),
            isCurrent: show === view,
          })),
        ]}
      />
      <FilterBar
        path={path}
        query={query}
        kept={['show']}
        fields={[{ name: 'q', type: 'text', label: t('list.search'), isWide: true }]}
      />
      {rows.length > 0 && <AnnouncementLines rows={rows} isOwn={show === 'own'} />}
      {rows.length === 0 && queryValue(query, 'q') !== undefined && <EmptyState kind="no-match" clearHref={path} />}
      {rows.length === 0 && queryValue(query, 'q') === undefined && (
        <EmptyState kind="nothing" title={t(empties[show ?? 'all'])} />
      )}
      <Pager path={path} query={query} total={total} previous={page.previous} next={page.next} />
    </>
  )
}
