import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { dayOf } from '@/lib/core/clock'
import type { PracticeRow } from '@/lib/practices/list-queries'
import { practiceAreas, practiceSubjects, shareClasses } from '@/lib/practices/rules'
import { formatDay } from '@/lib/text/format'

type Alliance = { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }

type Props = {
  path: string
  query: Query
  rows: PracticeRow[]
  total: number
  previous: string | null
  next: string | null
  alliances: Alliance[]
  isOfAlliance?: boolean
  mayExport?: boolean
}

const names = ['q', 'subject', 'area', 'class', 'alliance']

/** The library of practices, narrowed by the notice's own words. */
export async function PracticeList({ path, query, rows, alliances, isOfAlliance = false, mayExport, ...page }: Props) {
  const t = await getTranslations('practices')
  const isFiltered = names.some((name) => queryValue(query, name) !== undefined)
  const exported = mayExport && rows.length > 0 && (
    <ButtonLink href={hrefWith('/api/practices/export.xlsx', query, { cursor: null })} isDownload>
      {t('list.export')}
    </ButtonLink>
  )
  return (
    <>
      <FilterBar
        path={path}
        query={query}
        fields={await fieldsOf(alliances, isOfAlliance)}
        kept={[]}
        extra={exported}
      />
      {rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {rows.length === 0 && !isFiltered && (
        <EmptyState kind="nothing" title={t('list.empty')} text={t('list.emptyText')} />
      )}
      {rows.length > 0 && <PracticeTable rows={rows} alliances={alliances} />}
      <Pager path={path} query={query} {...page} />
    </>
  )
}

async function PracticeTable({ rows, alliances }: { rows: PracticeRow[]; alliances: Alliance[] }) {
  const [t, locale] = await Promise.all([getTranslations('practices'), getLocale()])
  const scopes = Object.fromEntries(shareClasses.map((value) => [value, t(`shareClass.${value}`)]))
  return (
    <DataTable
      id="practices"
      label={t('list.title')}
      columns={[
        {
          key: 'title',
          label: t('field.title'),
          kind: 'link',
          href: '/portal/practices/{id}',
          isTitle: true,
          isLong: true,
        },
        { key: 'owner', label: t('field.owner'), isLong: true },
        { key: 'alliance', label: t('field.alliance'), kind: 'alliances' },
        { key: 'subjects', label: t('field.subjects'), isLong: true },
        {
          key: 'class',
          label: t('field.shareClass'),
          kind: 'badge',
          labels: scopes,
          tones: { OWN: 'warning', ALLIANCE: 'primary', ALL_ALLIANCES: 'primary', PUBLIC: 'success' },
        },
        { key: 'adopted', label: t('field.adopted'), kind: 'number', align: 'right' },
        { key: 'publishedAt', label: t('field.publishedAt') },
      ]}
      rows={rows.map((row) => [
        row.id,
        row.title,
        row.enterprise.name,
        [row.alliance.id],
        row.subjects.map((subject) => t(`subject.${subject}`)).join('；'),
        row.shareClass,
        row.adoptedCount,
        row.publishedAt ? formatDay(locale, dayOf(row.publishedAt)) : '',
      ])}
      alliances={Object.fromEntries(alliances.map(({ id, ...mark }) => [id, mark]))}
    />
  )
}

async function fieldsOf(alliances: Alliance[], isOfAlliance: boolean): Promise<FilterField[]> {
  const [t, locale] = await Promise.all([getTranslations('practices'), getLocale()])
  const alliance: FilterField = {
    name: 'alliance',
    type: 'select',
    label: t('field.alliance'),
    options: alliances.map((each) => ({ value: each.slug, label: locale === 'en' ? each.nameEn : each.name })),
  }
  return [
    { name: 'q', type: 'text', label: t('list.search'), isWide: true },
    {
      name: 'subject',
      type: 'select',
      label: t('field.subjects'),
      options: practiceSubjects.map((value) => ({ value, label: t(`subject.${value}`) })),
    },
    {
      name: 'area',
      type: 'select',
      label: t('field.area'),
      options: practiceAreas.map((value) => ({ value, label: t(`area.${value}`) })),
    },
    ...(isOfAlliance ? [] : [alliance]),
    {
      name: 'class',
      type: 'select',
      label: t('field.shareClass'),
      options: shareClasses.map((value) => ({ value, label: t(`shareClass.${value}`) })),
    },
    {
      name: 'sort',
      type: 'select',
      label: t('list.sort'),
      emptyLabel: t('list.newest'),
      options: [{ value: 'adopted', label: t('list.mostAdopted') }],
    },
  ]
}
