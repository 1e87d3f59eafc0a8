import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearLines } from '@/components/alliances/year-lines'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { canSeeMemberFacts } from '@/lib/alliances/policy'
import { listMoves } from '@/lib/alliances/standing-queries'
import { listYearLines } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'
import { moveColumns, moveRows } from './moves'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.history')

export default async function HistoryPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}`
  const actor = await requireActor(`${path}/history`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const seesFacts = canSeeMemberFacts(actor, alliance)
  const [t, lines, moves] = await Promise.all([
    getTranslations('alliances.history'),
    listYearLines(actor, alliance.id),
    listMoves(actor, alliance.id, year),
  ])
  const rows = moveRows(moves, seesFacts)

  return (
    <>
      <Section title={t('years')}>
        <YearLines lines={lines} path={path} />
      </Section>
      <div id="moves">
        <Section title={t('moves', { year })}>
          {rows.length === 0 ? (
            <EmptyState kind="nothing" title={t('noMoves')} />
          ) : (
            <DataTable id="moves" label={t('moves', { year })} columns={await moveColumns(seesFacts)} rows={rows} />
          )}
        </Section>
      </div>
    </>
  )
}
