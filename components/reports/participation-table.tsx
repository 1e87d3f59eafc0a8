import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/list/data-table'
import { hrefWith, type Query, type Sort } from '@/components/list/href'
import type { Column, Row } from '@/components/list/columns'
import type { EnterpriseLine, GroupLine } from '@/lib/reports/queries'
import { nameIn } from '@/lib/text/locale'

const path = '/portal/reports'
const listPath = '/portal/reports/list'

/** Filters that a figure takes along into its list. */
const kept = (query: Query): Query => ({
  year: query['year'],
  quarter: query['quarter'],
  alliance: query['alliance'],
  jurisdiction: query['jurisdiction'],
  never: query['never'],
  trained: query['trained'],
})

async function figureColumns(to: (measure: string) => string, isSortable: boolean): Promise<Column[]> {
  const t = await getTranslations('reports.column')
  const figures = ['offered', 'registered', 'onLeave', 'present', 'byMandate', 'principal'] as const
  return figures.map((key) => ({
    key,
    label: t(key),
    kind: 'number',
    align: 'right',
    href: to(key),
    ...(isSortable && { sort: key }),
    ...((key === 'registered' || key === 'principal') && { isLong: false }),
  }))
}

/** A line for each enterprise; every figure leads to the activities it counts. */
type EnterpriseProps = {
  lines: EnterpriseLine[]
  query: Query
  sort: Sort
  /** The enterprises that the viewer may open: a report also names former members and firms that moved away. */
  open: ReadonlySet<string>
  /** A district knows which one it is. */
  isOfOneJurisdiction: boolean
}

export async function EnterpriseTable({ lines, query, sort, open, isOfOneJurisdiction }: EnterpriseProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('reports.column'),
    getTranslations('common'),
    getLocale(),
  ])
  const own = (measure: string) => `${hrefWith(listPath, kept(query), { measure })}&enterprise={id}`
  const columns: Column[] = [
    {
      key: 'name',
      label: t('enterprise'),
      kind: 'link',
      href: '/portal/enterprises/{open}',
      sort: 'name',
      isTitle: true,
    },
    { key: 'jurisdiction', label: t('jurisdiction'), isExtra: isOfOneJurisdiction },
    { key: 'rate', label: t('rate'), kind: 'rate', align: 'right', sort: 'rate' },
    ...(await figureColumns(own, true)),
    {
      key: 'trained',
      label: t('trained'),
      kind: 'badge',
      labels: { yes: common('yes'), no: common('no') },
      tones: { yes: 'success' },
    },
    { key: 'open', label: '' },
  ]
  const rows: Row[] = lines.map((line) => [
    line.id,
    line.name,
    nameIn(locale, { name: line.jurisdiction, nameEn: line.jurisdictionEn }),
    line.offered > 0 ? [line.byMandate, line.offered] : null,
    line.offered,
    line.registered,
    line.onLeave,
    line.present,
    line.byMandate,
    line.principal,
    line.trained ? 'yes' : 'no',
    open.has(line.id) ? line.id : null,
  ])
  return (
    <DataTable
      id="participation"
      label={t('rate')}
      columns={columns}
      rows={rows}
      path={path}
      query={query}
      sort={sort}
    />
  )
}

/** A line for each alliance or jurisdiction. */
export async function GroupTable({
  lines,
  query,
  by,
}: {
  lines: GroupLine[]
  query: Query
  by: 'alliance' | 'jurisdiction'
}) {
  const [t, locale] = await Promise.all([getTranslations('reports.column'), getLocale()])
  const narrowed = { ...kept(query), [by]: undefined }
  const withKey = (address: string) => `${address}${address.includes('?') ? '&' : '?'}${by}={id}`
  const to = (measure: string) => withKey(hrefWith(listPath, narrowed, { measure }))
  const firms = (changes: Record<string, string>) =>
    withKey(hrefWith(path, narrowed, { view: 'enterprise', ...changes }))
  const columns: Column[] = [
    { key: 'name', label: t(by), kind: 'link', href: firms({}), isTitle: true },
    { key: 'enterprises', label: t('enterprises'), kind: 'number', align: 'right', href: firms({}) },
    { key: 'rate', label: t('rate'), kind: 'rate', align: 'right', href: to('byMandate') },
    ...(await figureColumns(to, false)),
    { key: 'trained', label: t('trained'), kind: 'number', align: 'right', href: firms({ trained: '1' }) },
  ]
  const rows: Row[] = lines.map((line) => [
    line.key,
    nameIn(locale, line),
    line.enterprises,
    line.offered > 0 ? [line.byMandate, line.offered] : null,
    line.offered,
    line.registered,
    line.onLeave,
    line.present,
    line.byMandate,
    line.principal,
    line.trained,
  ])
  return <DataTable id={`participation-${by}`} label={t('rate')} columns={columns} rows={rows} />
}
