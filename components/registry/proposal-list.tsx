import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { Page } from '@/lib/core/paging'
import type { ProposalState } from '@/lib/core/prisma/enums'
import type { QueuedProposal } from '@/lib/registry/proposal-queries'
import { formatNumber, formatStamp } from '@/lib/text/format'
import { entryWords } from './entry-words'

const path = '/portal/enterprises/proposals'

const tabs = [
  ['OPEN', 'open'],
  ['DECIDED', 'decided'],
  ['WITHDRAWN', 'withdrawn'],
] as const

type Props = { page: Page<QueuedProposal>; counts: Record<ProposalState, number>; state: ProposalState; query: Query }

/** The queue of what enterprises propose. */
export async function ProposalList({ page, counts, state, query }: Props) {
  const [t, list] = await Promise.all([getTranslations('registry.proposals'), getTranslations('enterprises.list')])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: '/portal/enterprises', label: list('title') }]}
        note={t('note')}
      />
      <Tabs
        label={t('views')}
        tabs={tabs.map(([value, word]) => ({
          href: value === 'OPEN' ? path : `${path}?state=${value}`,
          label: t(word),
          count: formatNumber(counts[value]),
          isCurrent: value === state,
        }))}
      />
      {page.rows.length > 0 ? (
        <ProposalTable rows={page.rows} />
      ) : (
        <EmptyState kind="nothing" title={t(state === 'OPEN' ? 'empty' : 'emptyOther')} />
      )}
      <Pager path={path} query={query} total={counts[state]} previous={page.previous} next={page.next} />
    </>
  )
}

async function ProposalTable({ rows }: { rows: QueuedProposal[] }) {
  const [t, locale, { labels }] = await Promise.all([getTranslations('registry.proposals'), getLocale(), entryWords()])
  const mark = locale === 'zh-CN' ? '、' : ', '
  return (
    <Table label={t('title')} isCards>
      <thead>
        <tr>
          <Th>{t('enterprise')}</Th>
          <Th>{t('jurisdiction')}</Th>
          <Th>{t('items')}</Th>
          <Th>{t('by')}</Th>
          <Th>{t('at')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, enterprise, lines, proposedBy, createdAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`${path}/${id}`} prefetch={false} className="link">
                {enterprise.name}
              </Link>
            </th>
            <LabelledTd label={t('jurisdiction')}>
              {locale === 'en' ? enterprise.jurisdiction.nameEn : enterprise.jurisdiction.shortName}
            </LabelledTd>
            <LabelledTd label={t('items')} className="l">
              {lines.map(({ field }) => labels[field]).join(mark)}
            </LabelledTd>
            <LabelledTd label={t('by')}>{proposedBy}</LabelledTd>
            <LabelledTd label={t('at')}>{formatStamp(createdAt)}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
