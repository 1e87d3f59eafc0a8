import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { PrintFrame } from '@/components/layout/print-frame'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import type { AttendancePage, ListedActivity } from '@/lib/attendance/list-queries'
import type { AttendanceFilter, AttendanceLine } from '@/lib/attendance/list-rules'
import { formatInstant, formatRange, formatStamp, formatTime } from '@/lib/text/format'
import { AttendanceFigures } from './figures'

export type AttendanceRights = {
  review: boolean
  online: boolean
  add: boolean
  correct: boolean
  desk: boolean
  sheet: boolean
}

type Props = {
  activity: ListedActivity
  query: Query
  filter: AttendanceFilter
  page: AttendancePage
  can: AttendanceRights
  at: Date
}

const narrowing = ['q', 'state', 'how', 'counts', 'principal', 'placed']

/** Who came, how, for whom and by which right; who was to come and did not. */
export async function AttendanceList({ activity, query, filter, page, can, at }: Props) {
  const [t, common, locale] = await Promise.all([
    getTranslations('attendance.list'),
    getTranslations('common'),
    getLocale(),
  ])
  const activityPath = `/portal/activities/${activity.id}`
  const path = `${activityPath}/check-in`
  const isFiltered = narrowing.some((name) => queryValue(query, name) !== undefined)
  return (
    <PrintFrame
      title={`${t('title')} · ${activity.title}`}
      note={`${formatRange(locale, activity.startsAt, activity.endsAt)} ${activity.place}`}
      at={formatInstant(locale, at)}
    >
      <div className="flex flex-col gap-5">
        <div className="print:hidden">
          <PageHeader
            title={t('title')}
            crumbs={[{ href: activityPath, label: activity.title }]}
            note={`${formatRange(locale, activity.startsAt, activity.endsAt)} · ${t('note')}`}
            actions={<ListActions activity={activity} path={path} query={query} can={can} />}
          />
        </div>
        <AttendanceFigures tally={page.tally} listPath={path} />
        <FilterBar path={path} query={query} {...await fieldsOf(can.correct)} />
        {page.rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
        {page.rows.length === 0 && !isFiltered && (
          <EmptyState kind="nothing" title={t('empty')} text={t('emptyText')} />
        )}
        {page.rows.length > 0 && (
          <DataTable
            id="attendance"
            label={t('title')}
            columns={await columnsOf(can)}
            rows={await rowsOf(page.rows, path, can)}
            path={path}
            query={query}
            sort={filter.sort}
          />
        )}
        <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
        <p className="hidden text-muted print:block">{common('pager.total', { total: page.total })}</p>
      </div>
    </PrintFrame>
  )
}

async function ListActions({
  activity,
  path,
  query,
  can,
}: Pick<Props, 'activity' | 'query' | 'can'> & { path: string }) {
  const [t, door, common] = await Promise.all([
    getTranslations('attendance.list'),
    getTranslations('attendance.door'),
    getTranslations('common'),
  ])
  return (
    <>
      {can.desk && <ButtonLink href={`/portal/activities/${activity.id}/door`}>{door('open')}</ButtonLink>}
      {can.review && <ButtonLink href={`${path}/review`}>{t('review')}</ButtonLink>}
      {can.online && <ButtonLink href={`${path}/online`}>{t('online')}</ButtonLink>}
      {can.sheet && <ButtonLink href={`${path}/sheet`}>{t('sheet')}</ButtonLink>}
      <ButtonLink href={hrefWith(`/api/activities/${activity.id}/attendance.xlsx`, query, { cursor: null })} isDownload>
        {common('export')}
      </ButtonLink>
      <PrintButton label={common('print')} />
      {can.add && (
        <ButtonLink href={`${path}/add`} variant="primary">
          {t('add')}
        </ButtonLink>
      )}
    </>
  )
}

const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }))

async function fieldsOf(seesStruck: boolean): Promise<{ fields: FilterField[]; more: FilterField[] }> {
  const t = await getTranslations('attendance')
  const states = ['PRESENT', 'ABSENT', 'WAITING', 'ON_LEAVE', ...(seesStruck ? (['STRUCK'] as const) : [])] as const
  const methods = ['CODE_SCANNED', 'CODE_TYPED', 'DOOR_DESK', 'ONLINE_LIST', 'CORRECTION'] as const
  const yesNo = (yes: string, no: string) => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
  return {
    fields: [
      { name: 'q', type: 'text', label: t('list.q'), isWide: true },
      {
        name: 'state',
        type: 'select',
        label: t('list.state'),
        options: options(states, (value) => t(`state.${value}`)),
      },
      {
        name: 'counts',
        type: 'select',
        label: t('list.counts'),
        options: yesNo(t('list.countsYes'), t('list.countsNo')),
      },
    ],
    more: [
      {
        name: 'how',
        type: 'select',
        label: t('list.how'),
        options: options(methods, (value) => t(`method.${value}`)),
      },
      {
        name: 'placed',
        type: 'select',
        label: t('list.placed'),
        options: yesNo(t('list.placedYes'), t('list.placedNo')),
      },
      {
        name: 'principal',
        type: 'select',
        label: t('list.principal'),
        options: [{ value: 'yes', label: t('list.principalOnly') }],
      },
    ],
  }
}

const stateTones = {
  PRESENT: 'success',
  ABSENT: 'warning',
  WAITING: 'neutral',
  ON_LEAVE: 'neutral',
  STRUCK: 'neutral',
} as const

async function columnsOf(can: AttendanceRights): Promise<Column[]> {
  const [t, common] = await Promise.all([getTranslations('attendance'), getTranslations('common')])
  const states = Object.fromEntries(
    (['PRESENT', 'ABSENT', 'WAITING', 'ON_LEAVE', 'STRUCK'] as const).map((state) => [state, t(`state.${state}`)]),
  )
  return [
    { key: 'enterprise', label: t('list.enterprise'), sort: 'enterprise', isTitle: true },
    { key: 'person', label: t('list.person'), sort: 'person' },
    { key: 'state', label: t('list.state'), kind: 'badge', labels: states, tones: stateTones },
    { key: 'registered', label: t('list.registered') },
    { key: 'time', label: t('list.time'), sort: 'time', kind: 'day' },
    { key: 'stayed', label: t('list.present') },
    { key: 'how', label: t('list.how') },
    { key: 'mandate', label: t('list.mandate') },
    { key: 'counts', label: t('list.counts') },
    { key: 'remark', label: t('list.remark'), isLong: true },
    { key: 'recordedBy', label: t('list.recordedBy'), isExtra: true },
    ...(can.add || can.correct
      ? [{ key: 'actions', label: common('actions'), kind: 'node' as const, isActions: true }]
      : []),
  ]
}

async function rowsOf(lines: AttendanceLine[], path: string, can: AttendanceRights): Promise<Row[]> {
  const t = await getTranslations('attendance')
  return lines.map((line) => [
    line.id,
    line.enterprise ?? t('list.noEnterprise'),
    line.person ?? t('list.unnamed'),
    line.state,
    t(`standing.${line.registered ?? 'WALK_IN'}`),
    line.checkedInAt && formatStamp(line.checkedInAt),
    stayedOf(line, {
      left: (time) => t('list.leftAt', { time }),
      stayed: (percent) => t('list.stayed', { percent }),
    }),
    line.method && t(`method.${line.method}`),
    line.checkedInAt && t(`mandate.${line.mandateKind ?? 'NONE'}`),
    line.state === 'PRESENT' ? t(line.counts ? 'list.countsYes' : 'list.countsNo') : null,
    line.note,
    line.recordedBy,
    ...(can.add || can.correct
      ? [actionOf(line, path, can, { add: t('list.addFor'), correct: t('list.correct') })]
      : []),
  ])
}

type StayWords = { left: (time: string) => string; stayed: (percent: number) => string }

/** “签退 10:10 · 57 %”: when they left, and how much of the planned time that is. */
function stayedOf({ checkedOutAt, percent }: AttendanceLine, words: StayWords): string | null {
  const parts = [
    ...(checkedOutAt ? [words.left(formatTime(checkedOutAt))] : []),
    ...(percent === null ? [] : [words.stayed(percent)]),
  ]
  return parts.length > 0 ? parts.join(' · ') : null
}

function actionOf(line: AttendanceLine, path: string, can: AttendanceRights, words: { add: string; correct: string }) {
  if (line.checkedInAt) return can.correct ? <a href={`${path}/${line.id}`}>{words.correct}</a> : null
  return can.add && line.userId ? <a href={`${path}/add?person=${line.userId}`}>{words.add}</a> : null
}
