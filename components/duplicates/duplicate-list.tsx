import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import type { Page } from '@/lib/core/paging'
import type { DistinctPairRow } from '@/lib/duplicates/queries'
import type { SuspectedPair } from '@/lib/duplicates/suspicion-queries'
import { formatNumber } from '@/lib/text/format'
import { JudgedTable, SuspectedTable } from './pair-tables'

const path = '/portal/enterprises/duplicates'

type Props = {
  counts: { open: number; distinct: number }
  query: Query
} & ({ suspected: Page<SuspectedPair>; judged: null } | { suspected: null; judged: Page<DistinctPairRow> })

/** Entries of the registry that look like one establishment, and those that were found to be two. */
export async function DuplicateList({ suspected, judged, counts, query }: Props) {
  const [t, list] = await Promise.all([getTranslations('duplicates'), getTranslations('enterprises.list')])
  const { rows, previous, next } = suspected ?? judged
  return (
    <Words of={['duplicates']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: '/portal/enterprises', label: list('title') }]}
        note={t('note')}
      />
      <Tabs
        label={t('views')}
        tabs={[
          { href: path, label: t('open'), count: formatNumber(counts.open), isCurrent: suspected !== null },
          {
            href: `${path}?view=distinct`,
            label: t('distinct'),
            count: formatNumber(counts.distinct),
            isCurrent: judged !== null,
          },
        ]}
      />
      {rows.length === 0 && <EmptyState kind="nothing" title={t(suspected ? 'empty' : 'emptyDistinct')} />}
      {suspected && rows.length > 0 && <SuspectedTable rows={suspected.rows} />}
      {judged && rows.length > 0 && <JudgedTable rows={judged.rows} />}
      <Pager
        path={path}
        query={query}
        total={suspected ? counts.open : counts.distinct}
        previous={previous}
        next={next}
      />
    </Words>
  )
}
