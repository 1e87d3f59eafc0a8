import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { dayOf, fromDateOrNull } from '@/lib/core/clock'
import type { GuidancePage, GuidanceRow } from '@/lib/guidances/queries'
import { guidanceStates } from '@/lib/guidances/rules'

export const guidanceTones = {
  REQUESTED: 'warning',
  APPROVED: 'primary',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  ADVISED: 'success',
} as const

/** Requests for guidance with where each stands. */
export async function GuidanceTable({ page, path, query }: { page: GuidancePage; path: string; query: Query }) {
  const t = await getTranslations('guidances')
  const fields = await getTranslations('experts.fieldName')
  if (page.total === 0) return <EmptyState kind="nothing" title={t('none')} text={t('noneText')} />
  const columns: Column[] = [
    { key: 'title', label: t('column.title'), kind: 'link', href: `${path}/{id}`, isTitle: true },
    { key: 'enterprise', label: t('column.enterprise') },
    { key: 'field', label: t('column.field') },
    {
      key: 'state',
      label: t('column.state'),
      kind: 'badge',
      labels: Object.fromEntries(guidanceStates.map((state) => [state, t(`state.${state}`)])),
      tones: guidanceTones,
    },
    { key: 'requestedAt', label: t('column.requestedAt'), kind: 'day', isNamed: true },
    { key: 'visitOn', label: t('column.visitOn'), kind: 'day', isNamed: true },
    { key: 'advice', label: t('column.advice'), isNamed: true },
  ]
  const rows = page.rows.map((row) => cellsOf(row, fields(row.field)))
  return (
    <>
      <DataTable id="guidances" label={t('list')} columns={columns} rows={rows} />
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}

function cellsOf({ id, title, enterprise, state, requestedAt, visitOn, advice }: GuidanceRow, field: string): Row {
  const done = advice.filter((point) => point.state !== 'OPEN' && point.state !== 'DOING').length
  const points = advice.length > 0 ? `${done}/${advice.length}` : ''
  return [id, title, enterprise.name, field, state, dayOf(requestedAt), fromDateOrNull(visitOn), points]
}
