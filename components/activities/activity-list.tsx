import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { ActivityRow } from '@/lib/activities/list-queries'
import type { ActivityPeriod } from '@/lib/activities/filter-rules'
import { activityKinds } from '@/lib/activities/rules'
import { ActivityState } from '@/lib/core/prisma/enums'
import { formatRange } from '@/lib/text/format'

type Alliance = { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }

type Props = {
  path: string
  query: Query
  rows: ActivityRow[]
  total: number
  previous: string | null
  next: string | null
  alliances: Alliance[]
  /** Of one alliance and year: their filters are not asked again. */
  isOfAlliance?: boolean
  empty: { title: string; text?: string; action?: ReactNode }
}

const activityPeriods = ['upcoming', 'past', 'all'] as const satisfies ActivityPeriod[]

const stateTones = { DRAFT: 'warning', PUBLISHED: 'primary', HELD: 'success', CANCELLED: 'danger' } as const

/** Activities with their filters; of the city or of one alliance. */
export async function ActivityList({ path, query, alliances, isOfAlliance = false, empty, ...page }: Props) {
  const narrowing = ['q', 'kind', 'state', 'alliance', 'period', 'month', 'from', 'to', 'owes']
  const isFiltered = narrowing.some((name) => queryValue(query, name) !== undefined)
  const t = await getTranslations('activities.list')
  return (
    <>
      <FilterBar path={path} query={query} fields={await fieldsOf(alliances, isOfAlliance)} kept={['year', 'month']} />
      {page.rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {page.rows.length === 0 && !isFiltered && <EmptyState kind="nothing" {...empty} />}
      {page.rows.length > 0 && (
        <DataTable
          id="activities"
          label={t('title')}
          columns={await columnsOf()}
          rows={await rowsOf(page.rows)}
          query={query}
          alliances={Object.fromEntries(alliances.map(({ id, ...mark }) => [id, mark]))}
        />
      )}
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}

async function fieldsOf(alliances: Alliance[], isOfAlliance: boolean): Promise<FilterField[]> {
  const [t, list, field, locale] = await Promise.all([
    getTranslations('activities'),
    getTranslations('activities.list'),
    getTranslations('activities.field'),
    getLocale(),
  ])
  const kinds = activityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))
  const states = Object.values(ActivityState).map((value) => ({ value, label: t(`state.${value}`) }))
  const own: FilterField[] = [
    { name: 'q', type: 'text', label: list('search'), isWide: true },
    { name: 'kind', type: 'select', label: field('kind'), options: kinds },
    { name: 'state', type: 'select', label: field('state'), options: states },
  ]
  if (isOfAlliance) return own
  const names = alliances.map(({ slug, name, nameEn }) => ({ value: slug, label: locale === 'en' ? nameEn : name }))
  const periods = activityPeriods.map((value) => ({ value, label: t(`list.periodName.${value}`) }))
  return [
    ...own,
    { name: 'alliance', type: 'select', label: field('host'), options: names },
    {
      name: 'period',
      type: 'select',
      label: list('period'),
      options: periods,
      emptyLabel: t('list.periodName.upcoming'),
    },
  ]
}

async function columnsOf(): Promise<Column[]> {
  const [t, field] = await Promise.all([getTranslations('activities'), getTranslations('activities.field')])
  const kinds = Object.fromEntries(activityKinds.map((kind) => [kind, t(`kind.${kind}`)]))
  const states = Object.fromEntries(Object.values(ActivityState).map((state) => [state, t(`state.${state}`)]))
  return [
    { key: 'title', label: field('title'), kind: 'link', href: '/portal/activities/{id}', isTitle: true, isLong: true },
    { key: 'kind', label: field('kind'), labels: kinds },
    { key: 'alliances', label: field('alliances'), kind: 'alliances' },
    { key: 'time', label: field('time') },
    { key: 'place', label: field('place'), isLong: true },
    { key: 'places', label: field('places'), align: 'right' },
    { key: 'state', label: field('state'), kind: 'badge', labels: states, tones: stateTones },
  ]
}

async function rowsOf(activities: ActivityRow[]): Promise<Row[]> {
  const [t, locale] = await Promise.all([getTranslations('activities'), getLocale()])
  return activities.map((activity) => [
    activity.id,
    activity.title,
    activity.kind,
    activity.alliances.map(({ allianceId }) => allianceId),
    formatRange(locale, activity.startsAt, activity.endsAt),
    activity.place || t(`mode.${activity.mode}`),
    `${activity.placesTaken}/${activity.capacity ?? t('field.unlimited')}`,
    activity.state,
  ])
}
