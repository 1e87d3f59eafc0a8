import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar } from '@/components/list/filter-bar'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { AudienceFirm } from '@/lib/audiences/list-queries'
import type { Page } from '@/lib/core/paging'
import { LeaveOutButton, ReadmitButton } from './firm-buttons'

type Props = { path: string; query: Query; activityId: string; page: Page<AudienceFirm> & { total: number } }

/** The firms that the kept rule meets, with whom it invites of each. */
export async function AudienceList({ path, query, activityId, page }: Props) {
  const t = await getTranslations('audiences.firms')
  const columns: Column[] = [
    { key: 'name', label: t('name'), isTitle: true },
    { key: 'jurisdiction', label: t('jurisdiction') },
    { key: 'people', label: t('people'), isLong: true },
    { key: 'act', label: t('act'), kind: 'node', isActions: true },
  ]
  const peopleWords = ({ count, people }: AudienceFirm) =>
    count === 0 ? t('nobody') : (people?.join('、') ?? t('count', { count }))
  const rows: Row[] = page.rows.map((firm) => [
    firm.id,
    firm.name,
    firm.jurisdiction,
    peopleWords(firm),
    <LeaveOutButton key={firm.id} activityId={activityId} enterpriseId={firm.id} name={firm.name} />,
  ])
  const isSearched = Boolean(query['q'])
  return (
    <Section title={t('title')}>
      <FilterBar path={path} query={query} fields={[{ name: 'q', label: t('search'), type: 'text', isWide: true }]} />
      {rows.length === 0 && isSearched && <EmptyState kind="no-match" clearHref={path} />}
      {rows.length === 0 && !isSearched && <EmptyState kind="nothing" title={t('empty')} text={t('emptyText')} />}
      {rows.length > 0 && (
        <Words of={['audiences']}>
          <DataTable id="audience" label={t('title')} columns={columns} rows={rows} />
          <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
        </Words>
      )}
    </Section>
  )
}

/** Those that were left out by name, and the way back. */
export async function ExcludedList({
  activityId,
  firms,
}: {
  activityId: string
  firms: { id: string; name: string }[]
}) {
  const t = await getTranslations('audiences.excluded')
  if (firms.length === 0) return null
  return (
    <Section title={t('title', { count: firms.length })}>
      <Words of={['audiences']}>
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {firms.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
              <span>{name}</span>
              <ReadmitButton activityId={activityId} enterpriseId={id} name={name} />
            </li>
          ))}
        </ul>
      </Words>
    </Section>
  )
}
