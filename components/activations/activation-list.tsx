import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { allianceLegend } from '@/components/enterprises/enterprise-columns'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { StatTile } from '@/components/list/stat-tile'
import type { ActivationFigures, ActivationRow } from '@/lib/activations/queries'
import { activationStates, percentOf } from '@/lib/activations/rules'
import { dayOf } from '@/lib/core/clock'
import type { Page } from '@/lib/core/paging'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { formatNumber } from '@/lib/text/format'

const path = '/portal/activations'

type Props = {
  page: Page<ActivationRow>
  total: number
  figures: ActivationFigures
  places: RegistryPlaces
  query: Query
  /** In whose eyes: it decides what is asked for, and what is said above. */
  view: 'city' | 'jurisdiction' | 'insurer'
  mayIssue: boolean
  /** Issuing for all that the address names. */
  issue: ReactNode
}

/** Who has come, and who not yet. */
export async function ActivationList({ page, total, figures, places, query, view, mayIssue, issue }: Props) {
  const t = await getTranslations('activations')
  const note = { city: t('noteCity'), jurisdiction: t('noteOwn'), insurer: t('noteInsurer') }[view]
  const isFiltered = ['q', 'jurisdiction', 'alliance', 'state'].some((name) => queryValue(query, name))
  return (
    <>
      <PageHeader title={t('title')} note={note} />
      <Figures figures={figures} query={query} />
      <FilterBar path={path} query={query} fields={await fieldsOf(places, view)} />
      {page.rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {page.rows.length === 0 && !isFiltered && <EmptyState kind="nothing" title={t('empty')} text={t('emptyText')} />}
      {page.rows.length > 0 && (
        <DataTable
          id="activations"
          label={t('title')}
          columns={await columnsOf(view, mayIssue)}
          rows={await rowsOf(page.rows, places, { view, mayIssue })}
          alliances={allianceLegend(places)}
        />
      )}
      <Pager path={path} query={query} total={total} previous={page.previous} next={page.next} />
      {issue}
    </>
  )
}

async function Figures({ figures, query }: { figures: ActivationFigures; query: Query }) {
  const t = await getTranslations('activations.figure')
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {activationStates.map((state) => (
        <StatTile
          key={state}
          label={t(state)}
          value={formatNumber(figures[state])}
          href={hrefWith(path, query, { state, cursor: null })}
          note={t('share', {
            total: formatNumber(figures.total),
            percent: String(percentOf(figures[state], figures.total)),
          })}
        />
      ))}
    </div>
  )
}

async function fieldsOf(places: RegistryPlaces, view: Props['view']): Promise<FilterField[]> {
  const [t, states, locale] = await Promise.all([
    getTranslations('activations.filter'),
    getTranslations('activations.state'),
    getLocale(),
  ])
  const isEnglish = locale === 'en'
  const jurisdiction: FilterField = {
    name: 'jurisdiction',
    label: t('jurisdiction'),
    type: 'select',
    options: places.jurisdictions.map(({ code, shortName, nameEn }) => ({
      value: code,
      label: isEnglish ? nameEn : shortName,
    })),
  }
  return [
    { name: 'q', label: t('q'), type: 'text', placeholder: t('qPlaceholder'), isWide: true },
    ...(view === 'jurisdiction' ? [] : [jurisdiction]),
    {
      name: 'alliance',
      label: t('alliance'),
      type: 'select',
      options: places.alliances.map(({ slug, name, nameEn }) => ({ value: slug, label: isEnglish ? nameEn : name })),
    },
    {
      name: 'state',
      label: t('state'),
      type: 'select',
      options: activationStates.map((value) => ({ value, label: states(value) })),
    },
  ]
}

async function columnsOf(view: Props['view'], mayIssue: boolean): Promise<Column[]> {
  const [t, states] = await Promise.all([getTranslations('activations.column'), getTranslations('activations.state')])
  return [
    { key: 'name', label: t('name'), kind: 'link', href: `${path}/{id}`, isTitle: true },
    ...(view === 'jurisdiction' ? [] : [{ key: 'jurisdiction', label: t('jurisdiction') }]),
    { key: 'alliances', label: t('alliances'), kind: 'alliances' },
    {
      key: 'state',
      label: t('state'),
      kind: 'badge',
      labels: Object.fromEntries(activationStates.map((state) => [state, states(state)])),
      tones: { COME: 'success', ISSUED: 'primary', EXPIRED: 'warning', NONE: 'neutral' },
    },
    { key: 'issuedAt', label: t('issuedAt'), kind: 'day', isNamed: true },
    { key: 'validTo', label: t('validTo'), kind: 'day', isNamed: true },
    ...(mayIssue ? [{ key: 'issue', label: t('issue'), kind: 'link' as const, href: `${path}/{id}#issue` }] : []),
  ]
}

type View = Pick<Props, 'view' | 'mayIssue'>

async function rowsOf(rows: ActivationRow[], places: RegistryPlaces, { view, mayIssue }: View): Promise<Row[]> {
  const [t, locale] = await Promise.all([getTranslations('activations.column'), getLocale()])
  const names = new Map(
    places.jurisdictions.map(({ id, shortName, nameEn }) => [id, locale === 'en' ? nameEn : shortName]),
  )
  return rows.map((row): Row => {
    const { id, name, supervisingJurisdictionId: jurisdiction, allianceIds, state, issuedAt, expiresAt } = row
    const isOpen = state !== 'COME'
    const issue = issuedAt ? t('reissue') : t('issue')
    return [
      id,
      row.establishment ? `${name}（${row.establishment}）` : name,
      ...(view === 'jurisdiction' ? [] : [names.get(jurisdiction) ?? null]),
      allianceIds,
      state,
      isOpen && issuedAt ? dayOf(issuedAt) : null,
      isOpen && expiresAt ? dayOf(lastMoment(expiresAt)) : null,
      ...(mayIssue ? [isOpen ? issue : null] : []),
    ]
  })
}

/** A code is nothing from midnight on: the day before is its last. */
const lastMoment = (expiresAt: Date): Date => new Date(expiresAt.getTime() - 1)
