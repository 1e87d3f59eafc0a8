import { getLocale, getTranslations } from 'next-intl/server'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, type Query } from '@/components/list/href'
import { StatTile } from '@/components/list/stat-tile'
import { Tabs } from '@/components/list/tabs'
import type { Tally } from '@/lib/reports/rules'
import type { View } from '@/lib/reports/schema'
import { formatInstant, formatNumber, formatShare } from '@/lib/text/format'

const path = '/portal/reports'

export type Choice = { value: string; label: string }

/** The filters of the report; they live in the address. */
export async function ReportFilters({
  query,
  years,
  alliances,
  jurisdictions,
  view,
}: {
  query: Query
  years: number[]
  alliances: Choice[]
  jurisdictions: Choice[]
  view: View
}) {
  const t = await getTranslations('reports.filter')
  const fields: FilterField[] = [
    {
      name: 'year',
      label: t('year'),
      type: 'select',
      options: years.map((year) => ({ value: String(year), label: String(year) })),
      emptyLabel: String(years[0]),
    },
    {
      name: 'quarter',
      label: t('quarter'),
      type: 'select',
      emptyLabel: t('wholeYear'),
      options: ['1', '2', '3', '4'].map((quarter) => ({ value: quarter, label: t('quarterName', { quarter }) })),
    },
  ]
  if (view !== 'matrix' && alliances.length > 1)
    fields.push({ name: 'alliance', label: t('alliance'), type: 'select', options: alliances })
  if (view !== 'matrix' && jurisdictions.length > 1)
    fields.push({ name: 'jurisdiction', label: t('jurisdiction'), type: 'select', options: jurisdictions })
  if (view === 'enterprise') {
    fields.push({ name: 'never', label: t('never'), type: 'select', options: [{ value: '1', label: t('neverOnly') }] })
    fields.push({
      name: 'trained',
      label: t('trained'),
      type: 'select',
      options: [{ value: '1', label: t('trainedOnly') }],
    })
  }
  return <FilterBar path={path} query={query} fields={fields} kept={['sort', 'view']} />
}

/** The views as tabs; filters go along. */
export async function ReportViews({ views, current, query }: { views: View[]; current: View; query: Query }) {
  const t = await getTranslations('reports')
  return (
    <Tabs
      label={t('title')}
      tabs={views.map((view) => ({
        href: hrefWith(path, query, { view, cursor: null, sort: null, never: null, trained: null }),
        label: t(`view.${view}`),
        isCurrent: view === current,
      }))}
    />
  )
}

/** Four figures of what is in view, each a link to its list. */
export async function ReportTotals({ totals, query }: { totals: Tally & { never: number }; query: Query }) {
  const t = await getTranslations('reports')
  const list = (measure: string) =>
    hrefWith('/portal/reports/list', { ...query, view: undefined, sort: undefined, cursor: undefined }, { measure })
  const firms = (changes: Record<string, string>) =>
    hrefWith(path, query, { view: 'enterprise', cursor: null, ...changes })
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 print:grid-cols-4 print:gap-2">
      <StatTile
        label={t('totals.rate')}
        value={totals.offered > 0 ? formatShare(totals.byMandate, totals.offered) : '—'}
        note={`${formatNumber(totals.byMandate)}/${formatNumber(totals.offered)}`}
        href={list('byMandate')}
      />
      <StatTile label={t('totals.enterprises')} value={formatNumber(totals.enterprises)} href={firms({})} />
      <StatTile
        label={t('totals.trained')}
        value={formatNumber(totals.trained)}
        note={t('ofEnterprises', { part: formatNumber(totals.trained), whole: formatNumber(totals.enterprises) })}
        href={firms({ trained: '1' })}
      />
      <StatTile
        label={t('totals.never')}
        value={formatNumber(totals.never)}
        note={t('ofEnterprises', { part: formatNumber(totals.never), whole: formatNumber(totals.enterprises) })}
        href={firms({ never: '1' })}
        tone={totals.never > 0 ? 'warning' : 'plain'}
      />
    </div>
  )
}

/** Formula and cut-off, which stand beside every rate. */
export async function ReportFormula({ at }: { at: Date }) {
  const [t, locale] = await Promise.all([getTranslations('reports'), getLocale()])
  return (
    <div className="text-sm text-muted">
      <p>{t('cutOff', { at: formatInstant(locale, at) })}</p>
      <details className="no-print mt-1">
        <summary className="link inline-flex min-h-6 items-center">{t('formulaTitle')} ▾</summary>
        <p className="max-w-3xl">{t('formula')}</p>
      </details>
    </div>
  )
}
