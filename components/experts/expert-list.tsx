import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { ExpertPage } from '@/lib/experts/queries'
import { expertFields } from '@/lib/experts/rules'
import { formatInstant } from '@/lib/text/format'

const path = '/portal/experts'

/** The register by name, with how much each one lectures. */
export async function ExpertList({ page, query }: { page: ExpertPage; query: Query }) {
  const t = await getTranslations('experts')
  const isFiltered = ['q', 'field', 'state'].some((name) => queryValue(query, name) !== undefined)
  const { rows, total, previous, next } = page
  return (
    <>
      <FilterBar path={path} query={query} fields={await fieldsOf()} />
      {total === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {total === 0 && !isFiltered && <EmptyState kind="nothing" title={t('none')} text={t('noneText')} />}
      {total > 0 && (
        <DataTable
          id="experts"
          label={t('title')}
          columns={await columnsOf()}
          rows={await rowsOf(rows)}
          query={query}
        />
      )}
      <Pager path={path} query={query} total={total} previous={previous} next={next} />
    </>
  )
}

async function fieldsOf(): Promise<FilterField[]> {
  const t = await getTranslations('experts')
  return [
    { name: 'q', type: 'text', label: t('search'), isWide: true },
    {
      name: 'field',
      type: 'select',
      label: t('field.fields'),
      options: expertFields.map((value) => ({ value, label: t(`fieldName.${value}`) })),
      emptyLabel: t('anyField'),
    },
    {
      name: 'state',
      type: 'select',
      label: t('field.state'),
      options: [{ value: 'RETIRED', label: t('state.RETIRED') }],
      emptyLabel: t('state.ACTIVE'),
    },
  ]
}

async function columnsOf(): Promise<Column[]> {
  const t = await getTranslations('experts')
  return [
    { key: 'name', label: t('field.name'), kind: 'link', href: `${path}/{id}`, isTitle: true },
    { key: 'organization', label: t('field.organization'), isLong: true },
    { key: 'title', label: t('field.title'), isExtra: true, isNamed: true },
    { key: 'fields', label: t('field.fields'), isLong: true },
    { key: 'thisYear', label: t('column.thisYear'), kind: 'number', align: 'right', isNamed: true },
    { key: 'nextAt', label: t('column.nextAt'), isNamed: true },
  ]
}

async function rowsOf(rows: ExpertPage['rows']): Promise<Row[]> {
  const [t, locale] = await Promise.all([getTranslations('experts'), getLocale()])
  return rows.map(({ id, name, organization, title, fields, otherFields, load }) => [
    id,
    name,
    organization,
    title,
    [...fields.map((field) => t(`fieldName.${field}`)), ...(otherFields ? [otherFields] : [])].join('、'),
    load.thisYear,
    load.nextAt ? formatInstant(locale, load.nextAt) : '',
  ])
}
