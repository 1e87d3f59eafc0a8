import { getTranslations } from 'next-intl/server'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { TodoTable } from '@/components/problems/todo-table'
import { TodoTabs } from '@/components/problems/todo-tabs'
import { seesOwnOnly } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { todoFilter } from '@/lib/problems/schema'
import { listTodos } from '@/lib/problems/todo-queries'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/problems'

export const generateMetadata = pageTitle('problems.title')

export default async function ProblemsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor(path)
  const query = await searchParams
  const filter = todoFilter.parse(query)
  const [t, page] = await Promise.all([getTranslations('problems'), listTodos(actor, filter)])
  const note = (
    <>
      {t('overview.note')}
      <ClauseChip clause="3-3" />
    </>
  )

  return (
    <>
      <PageHeader title={t('title')} note={note} />
      <TodoTabs path={path} current={filter.state} />
      <TodoTable page={page} path={path} query={query} of={seesOwnOnly(actor) ? 'ENTERPRISE' : 'ALL'} />
    </>
  )
}
