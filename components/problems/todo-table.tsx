import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { dayOf } from '@/lib/core/clock'
import type { TodoPage, TodoRow } from '@/lib/problems/todo-queries'

export const todoTones = {
  OPEN: 'primary',
  DOING: 'primary',
  NOT_APPLICABLE: 'neutral',
  DONE: 'warning',
  VERIFIED: 'success',
} as const

type Props = {
  page: TodoPage
  path: string
  query: Query
  /** Of several problems: the problem is named. */ isMixed?: boolean
}

/** Members' to-dos, each with the way to its page. */
export async function TodoTable({ page, path, query, isMixed = false }: Props) {
  const t = await getTranslations('problems')
  if (page.total === 0) return <EmptyState kind="nothing" title={t(isMixed ? 'overview.empty' : 'detail.none')} />
  return (
    <>
      <DataTable
        id={isMixed ? 'problem-todos' : 'problem-members'}
        label={t(isMixed ? 'overview.tabs' : 'detail.members')}
        columns={await columnsOf(isMixed)}
        rows={page.rows.map((row) => cellsOf(row, isMixed))}
      />
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}

async function columnsOf(isMixed: boolean): Promise<Column[]> {
  const t = await getTranslations('problems')
  const states = Object.keys(todoTones) as (keyof typeof todoTones)[]
  const late = ['OPEN', 'DOING'] as const
  return [
    { key: 'problemId', label: '' },
    {
      key: 'enterprise',
      label: t('column.enterprise'),
      kind: 'link',
      href: '/portal/problems/{problemId}/{id}',
      isTitle: true,
    },
    ...(isMixed
      ? [
          {
            key: 'problem',
            label: t('column.problem'),
            kind: 'link',
            href: '/portal/problems/{problemId}',
            isLong: true,
          } as const,
          { key: 'alliance', label: t('column.alliance'), kind: 'text' } as const,
        ]
      : []),
    {
      key: 'state',
      label: t('column.state'),
      kind: 'badge',
      labels: {
        ...Object.fromEntries(states.map((state) => [state, t(`todoState.${state}`)])),
        ...Object.fromEntries(late.map((state) => [`${state}_LATE`, `${t(`todoState.${state}`)} · ${t('overdue')}`])),
      },
      tones: { ...todoTones, OPEN_LATE: 'danger', DOING_LATE: 'danger' },
    },
    { key: 'dueOn', label: t('column.dueOn'), kind: 'day', isNamed: true },
    { key: 'answeredAt', label: t('column.answeredAt'), kind: 'day', isNamed: true },
    { key: 'urged', label: t('column.urged'), kind: 'number', isNamed: true },
  ]
}

const cellsOf = (row: TodoRow, isMixed: boolean): Row => [
  row.id,
  row.problem.id,
  row.enterprise.name,
  ...(isMixed ? [row.problem.title, row.problem.alliance] : []),
  row.isOverdue ? `${row.state}_LATE` : row.state,
  row.problem.dueOn,
  row.answeredAt && dayOf(row.answeredAt),
  row.urged.times || null,
]
