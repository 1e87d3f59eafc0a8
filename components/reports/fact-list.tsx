import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { PrintFrame } from '@/components/layout/print-frame'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import type { Page } from '@/lib/core/paging'
import type { ReportPlaces } from '@/lib/reports/place-queries'
import type { FactRow } from '@/lib/reports/queries'
import { measures, type Measure, type ReportFilter } from '@/lib/reports/schema'
import { formatInstant, formatStamp } from '@/lib/text/format'
import { periodOf, scopeOf } from './report-words'

const path = '/portal/reports/list'

function outcomeOf(fact: FactRow): 'PRINCIPAL' | 'BY_MANDATE' | 'PRESENT' | 'ON_LEAVE' | 'REGISTERED' | 'ABSENT' {
  if (fact.principal) return 'PRINCIPAL'
  if (fact.byMandate) return 'BY_MANDATE'
  if (fact.present) return 'PRESENT'
  if (fact.onLeave) return 'ON_LEAVE'
  return fact.registered ? 'REGISTERED' : 'ABSENT'
}

/** The rows behind a figure of the report: as many as the figure says. */
export async function FactList({
  page,
  measure,
  query,
  filter,
  places,
  open,
  at,
}: {
  page: Page<FactRow> & { total: number }
  measure: Measure
  query: Query
  filter: ReportFilter
  /** Null for an enterprise, which reads of itself alone. */
  places: ReportPlaces | null
  /** The enterprises that the viewer may open: the list also names former members and firms that moved away. */
  open: ReadonlySet<string>
  at: Date
}) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('reports'),
    getTranslations('activities.kind'),
    getLocale(),
  ])
  const period = await periodOf(filter)
  const scope = places && (await scopeOf(filter, places))
  const enterprise = filter.enterpriseId && page.rows[0]?.enterprise
  const about = [period, enterprise, scope].filter(Boolean).join(' · ')
  const outcomes = ['PRINCIPAL', 'BY_MANDATE', 'PRESENT', 'ON_LEAVE', 'REGISTERED', 'ABSENT'] as const
  const columns: Column[] = [
    {
      key: 'enterprise',
      label: t('column.enterprise'),
      kind: 'link',
      href: '/portal/enterprises/{open}',
      isTitle: true,
    },
    { key: 'title', label: t('column.activity'), kind: 'link', href: '/portal/activities/{activityId}', isLong: true },
    { key: 'kind', label: t('column.kind') },
    { key: 'startsAt', label: t('column.startsAt'), kind: 'day' },
    {
      key: 'outcome',
      label: t('column.outcome'),
      kind: 'badge',
      labels: Object.fromEntries(outcomes.map((outcome) => [outcome, t(`outcome.${outcome}`)])),
      tones: { PRINCIPAL: 'success', BY_MANDATE: 'success', PRESENT: 'warning' },
    },
    { key: 'open', label: '' },
    { key: 'activityId', label: '' },
  ]
  const rows: Row[] = page.rows.map((fact) => [
    `${fact.activityId}/${fact.id}`,
    fact.enterprise,
    fact.title,
    kinds(fact.kind),
    formatStamp(fact.startsAt),
    outcomeOf(fact),
    open.has(fact.id) ? fact.id : null,
    fact.activityId,
  ])

  return (
    <PrintFrame title={`${t('listTitle')} · ${t(`measure.${measure}`)}`} note={about} at={formatInstant(locale, at)}>
      <div className="flex flex-col gap-4">
        <div className="print:hidden">
          <PageHeader
            title={t('listTitle')}
            note={about}
            crumbs={[
              {
                href: hrefWith('/portal/reports', query, { measure: null, cursor: null, enterprise: null }),
                label: t('title'),
              },
            ]}
          />
        </div>
        <Tabs
          label={t('listTitle')}
          tabs={measures.map((one) => ({
            href: hrefWith(path, query, { measure: one, cursor: null }),
            label: t(`measure.${one}`),
            isCurrent: one === measure,
          }))}
        />
        {page.rows.length === 0 ? (
          <EmptyState kind="no-match" clearHref={path} />
        ) : (
          <>
            <DataTable id="facts" label={t('listTitle')} columns={columns} rows={rows} />
            <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
          </>
        )}
      </div>
    </PrintFrame>
  )
}
