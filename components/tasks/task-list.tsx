import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { Page } from '@/lib/core/paging'
import { TaskState } from '@/lib/core/prisma/enums'
import type { ListedTask } from '@/lib/tasks/queries'
import { formatInstant, formatNumber } from '@/lib/text/format'
import { taskNames } from './task-words'

const tones = { RUNNING: 'primary', DONE: 'success', FAILED: 'danger' } as const

type Props = { page: Page<ListedTask> & { total: number }; query: Query }

/** One's own long work, the latest first. */
export async function TaskList({ page, query }: Props) {
  const [t, nameOf, locale] = await Promise.all([getTranslations('tasks'), taskNames(), getLocale()])
  const states = Object.fromEntries(Object.values(TaskState).map((state) => [state, t(`state.${state}`)]))
  const columns: Column[] = [
    { key: 'kind', label: t('column.kind'), kind: 'link', href: '/portal/tasks/{id}', isTitle: true },
    { key: 'label', label: t('column.label') },
    { key: 'state', label: t('column.state'), kind: 'badge', labels: states, tones },
    { key: 'handled', label: t('column.handled'), align: 'right', isNamed: true },
    { key: 'createdAt', label: t('column.createdAt'), isNamed: true },
    { key: 'finishedAt', label: t('column.finishedAt'), isNamed: true },
  ]
  const rows: Row[] = page.rows.map((task) => [
    task.id,
    nameOf(task),
    task.label,
    task.state,
    task.total > 0 ? t('progress', { handled: formatNumber(task.handled), total: formatNumber(task.total) }) : null,
    formatInstant(locale, task.createdAt),
    task.finishedAt && formatInstant(locale, task.finishedAt),
  ])
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {rows.length === 0 ? (
        <EmptyState kind="nothing" title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <>
          <DataTable id="tasks" label={t('title')} columns={columns} rows={rows} />
          <Pager path="/portal/tasks" query={query} total={page.total} previous={page.previous} next={page.next} />
        </>
      )}
    </>
  )
}
