import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { DataTable } from '@/components/list/data-table'
import { FilterBar } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { CasePage } from '@/lib/cases/queries'

const path = '/portal/cases'

/** The library, the latest accident first. */
export async function CaseList({ page, query }: { page: CasePage; query: Query }) {
  const t = await getTranslations('cases')
  const { rows, total, previous, next } = page
  const isFiltered = queryValue(query, 'q') !== undefined
  return (
    <>
      <FilterBar path={path} query={query} fields={[{ name: 'q', type: 'text', label: t('search'), isWide: true }]} />
      {total === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {total === 0 && !isFiltered && <EmptyState kind="nothing" title={t('none')} text={t('noneText')} />}
      {total > 0 && (
        <DataTable
          id="cases"
          label={t('title')}
          query={query}
          columns={[
            { key: 'title', label: t('field.title'), kind: 'link', href: `${path}/{id}`, isTitle: true, isLong: true },
            { key: 'happenedOn', label: t('field.happenedOn'), kind: 'day', isNamed: true },
            { key: 'place', label: t('field.place') },
            { key: 'questions', label: t('column.questions'), kind: 'number', align: 'right', isNamed: true },
            { key: 'explained', label: t('column.explained'), kind: 'number', align: 'right', isNamed: true },
          ]}
          rows={rows.map((row) => [row.id, row.title, row.happenedOn, row.place, row.questions, row.explained])}
        />
      )}
      <Pager path={path} query={query} total={total} previous={previous} next={next} />
    </>
  )
}
