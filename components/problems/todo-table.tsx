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
  /** Of one problem the members are named, of many both, of one's own enterprise the problem alone. */
  of: TodosOf
}

type TodosOf = 'PROBLEM' | 'ALL' | 'ENTERPRISE'

const ids = { PROBLEM: 'problem-members', ALL: 'problem-todos', ENTERPRISE: 'problem-own-todos' } as const

/** Members' to-dos, each with the way to its page. */
export async function TodoTable({ page, path, query, of }: Props) {
  const t = await getTranslations('problems')
  if (page.total === 0)
    return <EmptyState kind="nothing" title={t(of === 'PROBLEM' ? 'detail.none' : 'overview.empty')} />
  return (
    <>
      <DataTable
        id={ids[of]}
        label={t(of === 'PROBLEM' ? 'detail.members' : 'overview.tabs')}
        columns={await columnsOf(of)}
        rows={page.rows.map((row) => cellsOf(row, of))}
      />
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}

const todoPage = { kind: 'link', href: '/portal/problems/{problemId}/{id}', isTitle: true } as const

async function columnsOf(of: TodosOf): Promise<Column[]> {
  const t = await getTranslations('problems')
  const states = Object.keys(todoTones) as (keyof typeof todoTones)[]
  const late = ['OPEN', 'DOING'] as const
  const enterprise: Column = { key: 'enterprise', label: t('column.enterprise'), ...todoPage }
  const problem = { key: 'problem', label: t('column.problem') }
  const alliance: Column = { key: 'alliance', label: t('column.alliance'), kind: 'text' }
  const named: Record<TodosOf, Column[]> = {
    PROBLEM: [enterprise],
    ALL: [enterprise, { ...problem, kind: 'link', href: '/portal/problems/{problemId}', isLong: true }, alliance],
    ENTERPRISE: [{ ...problem, ...todoPage }, alliance],
  }
  return [
    { key: 'problemId', label: '' },
    ...named[of],
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

const cellsOf = (row: TodoRow, of: TodosOf): Row => [
  row.id,
  row.problem.id,
  ...(of === 'ENTERPRISE' ? [] : [row.enterprise.name]),
  ...(of === 'PROBLEM' ? [] : [row.problem.title, row.problem.alliance]),
  row.isOverdue ? `${row.state}_LATE` : row.state,
  row.problem.dueOn,
  row.answeredAt && dayOf(row.answeredAt),
  row.urged.times || null,
]
