import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import { ButtonLink } from '@/components/ui/button'
import type { Page } from '@/lib/core/paging'
import type { NotificationRow } from '@/lib/notifications/queries'
import { formatNumber } from '@/lib/text/format'
import { MarkReadButton } from './mark-read-button'
import { NotificationItem } from './notification-item'
import { OpenForm } from './open-form'

const path = '/portal/notifications'

type Props = {
  page: Page<NotificationRow>
  query: Query
  totals: { all: number; unread: number }
  show: 'unread' | undefined
  /** Addresses that the reader may still follow. */
  leads: ReadonlySet<string>
}

/** What one was told, newest first. */
export async function NotificationList({ page, query, totals, show, leads }: Props) {
  const [t, locale] = await Promise.all([getTranslations('notifications'), getLocale()])
  const total = show ? totals.unread : totals.all
  return (
    <Words of={['notifications']}>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <>
            <ButtonLink href="/portal/account/notices">{t('choices.title')}</ButtonLink>
            {totals.unread > 0 && <MarkReadButton id={null} />}
          </>
        }
      />
      <Tabs
        label={t('title')}
        tabs={[
          { href: path, label: t('all'), count: formatNumber(totals.all), isCurrent: !show },
          {
            href: hrefWith(path, {}, { show: 'unread' }),
            label: t('unread'),
            count: formatNumber(totals.unread),
            isCurrent: show === 'unread',
          },
        ]}
      />
      {page.rows.length === 0 ? (
        <EmptyState
          kind="nothing"
          title={show ? t('emptyUnreadTitle') : t('emptyTitle')}
          text={show ? t('emptyUnreadText') : t('emptyText')}
        />
      ) : (
        <OpenForm>
          <ul className="overflow-hidden rounded-md border bg-surface text-sm">
            {page.rows.map((row) => (
              <NotificationItem key={row.id} row={row} locale={locale} isOpen={leads.has(row.href)} />
            ))}
          </ul>
        </OpenForm>
      )}
      <Pager path={path} query={query} total={total} previous={page.previous} next={page.next} />
    </Words>
  )
}
