import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { dayOf } from '@/lib/core/clock'
import type { ServiceList as Services, ServiceRow } from '@/lib/services/queries'
import { serviceItemOf, serviceItems, type ServiceFilter } from '@/lib/services/rules'
import { formatRange } from '@/lib/text/format'

type Alliance = { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }

type Props = Services & {
  path: string
  query: Query
  filter: ServiceFilter
  alliances: Alliance[]
  thisYear: number
  /** Whether the reader is one of the enterprises served: then the confirmation is its own. */
  isOwn: boolean
}

/** Services of a year, with what the two sides have confirmed. */
export async function ServiceList({ path, query, filter, alliances, thisYear, isOwn, ...page }: Props) {
  const t = await getTranslations('services')
  const isFiltered = ['q', 'alliance', 'item', 'confirmed'].some((name) => queryValue(query, name) !== undefined)
  const { rows, total, previous, next } = page
  return (
    <>
      <FilterBar
        path={path}
        query={query}
        fields={await fieldsOf(alliances, thisYear)}
        extra={
          total > 0 && (
            <ButtonLink href={hrefWith('/api/services/export.xlsx', query, { cursor: null })} isDownload>
              {t('export')}
            </ButtonLink>
          )
        }
      />
      {rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {rows.length === 0 && !isFiltered && (
        <EmptyState kind="nothing" title={t('none', { year: String(filter.year) })} text={t('noneText')} />
      )}
      {rows.length > 0 && (
        <DataTable
          id="services"
          label={t('title')}
          columns={await columnsOf(isOwn)}
          rows={await rowsOf(rows, isOwn)}
          query={query}
          alliances={Object.fromEntries(alliances.map(({ id, ...mark }) => [id, mark]))}
        />
      )}
      <Pager path={path} query={query} total={total} previous={previous} next={next} />
    </>
  )
}

const yearsBack = 4

async function fieldsOf(alliances: Alliance[], thisYear: number): Promise<FilterField[]> {
  const [t, locale] = await Promise.all([getTranslations('services'), getLocale()])
  const years = Array.from({ length: yearsBack }, (_, index) => String(thisYear - 1 - index))
  return [
    { name: 'q', type: 'text', label: t('search'), isWide: true },
    {
      name: 'year',
      type: 'select',
      label: t('year'),
      options: years.map((value) => ({ value, label: value })),
      emptyLabel: String(thisYear),
    },
    {
      name: 'alliance',
      type: 'select',
      label: t('alliance'),
      options: alliances.map(({ slug, name, nameEn }) => ({ value: slug, label: locale === 'en' ? nameEn : name })),
    },
    {
      name: 'item',
      type: 'select',
      label: t('itemName'),
      options: serviceItems.map((value) => ({ value, label: t(`item.${value}`) })),
    },
    {
      name: 'confirmed',
      type: 'select',
      label: t('confirmed'),
      options: [{ value: 'waiting', label: t('waitingOnly') }],
    },
  ]
}

async function columnsOf(isOwn: boolean): Promise<Column[]> {
  const t = await getTranslations('services')
  const items = Object.fromEntries(serviceItems.map((item) => [item, t(`item.${item}`)]))
  const own = { labels: { DONE: t('column.ownDone'), WAITING: t('column.ownWaiting') } }
  return [
    {
      key: 'title',
      label: t('column.title'),
      kind: 'link',
      href: '/portal/activities/{id}',
      isTitle: true,
      isLong: true,
    },
    { key: 'item', label: t('column.item'), labels: items },
    { key: 'alliance', label: t('alliance'), kind: 'alliances' },
    { key: 'time', label: t('column.time') },
    { key: 'insurer', label: t('column.insurer'), isNamed: true, isExtra: true },
    { key: 'staff', label: t('column.staff'), isNamed: true },
    { key: 'served', label: t('column.served'), isNamed: true },
    { key: 'closed', label: t('column.byInsurer'), isNamed: true },
    isOwn
      ? { key: 'own', label: t('column.own'), kind: 'badge', ...own, tones: { DONE: 'success', WAITING: 'warning' } }
      : { key: 'confirmed', label: t('column.byEnterprise'), align: 'right', isNamed: true },
  ]
}

async function rowsOf(services: ServiceRow[], isOwn: boolean): Promise<Row[]> {
  const [t, locale] = await Promise.all([getTranslations('services'), getLocale()])
  return services.map((row) => {
    const firms = String(row.enterprises)
    const own = row.confirmed > 0 ? 'DONE' : 'WAITING'
    return [
      row.id,
      row.title,
      serviceItemOf(row.kind),
      [row.hostAllianceId],
      formatRange(locale, row.startsAt, row.endsAt),
      row.insurer?.shortName ?? '',
      row.staff.join('、'),
      t('column.attended', { firms, people: String(row.people) }),
      row.closedAt ? dayOf(row.closedAt) : t('column.notClosed'),
      isOwn ? ownState(row, own) : t('column.confirmedOf', { confirmed: String(row.confirmed), firms }),
    ]
  })
}

/** Before the closing there is nothing to confirm. */
const ownState = ({ closedAt }: ServiceRow, state: string): string | null => (closedAt ? state : null)
