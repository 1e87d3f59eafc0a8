import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import type { ReaderRow } from '@/lib/announcements/reader-queries'
import type { Page } from '@/lib/core/paging'
import { formatNumber, formatStamp } from '@/lib/text/format'

type Props = {
  path: string
  query: Query
  show: 'read' | 'unread'
  counts: { read: number; all: number }
  page: Page<ReaderRow>
}

/** Which firms have noted an announcement, and which have not yet. */
export async function ReaderList({ path, query, show, counts, page }: Props) {
  const t = await getTranslations('announcements.readers')
  const totals = { unread: counts.all - counts.read, read: counts.read }
  return (
    <>
      <Tabs
        label={t('tabs.label')}
        tabs={(['unread', 'read'] as const).map((view) => ({
          href: hrefWith(path, {}, { show: view }),
          label: t(`tabs.${view}`),
          count: formatNumber(totals[view]),
          isCurrent: show === view,
        }))}
      />
      {page.rows.length === 0 ? (
        <EmptyState kind="nothing" title={t(show === 'read' ? 'noneRead' : 'noneUnread')} />
      ) : (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {page.rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-1 basis-64">{row.name}</span>
              <span className="text-muted sm:w-28">{row.jurisdiction}</span>
              {row.at && (
                <span className="text-muted sm:w-60 sm:text-right">
                  {row.by} {formatStamp(row.at)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pager path={path} query={query} total={totals[show]} previous={page.previous} next={page.next} />
    </>
  )
}
