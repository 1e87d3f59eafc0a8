import { notFound } from 'next/navigation'
import type { Query } from '@/components/list/href'
import { FactList } from '@/components/reports/fact-list'
import { requireActor } from '@/lib/access/session'
import { listVisibleIds } from '@/lib/enterprises/list-queries'
import { now } from '@/lib/core/now'
import { visibleParticipation } from '@/lib/reports/policy'
import { listReportPlaces } from '@/lib/reports/place-queries'
import { listFacts } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('reports.listTitle')

export default async function ReportListPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/reports')
  const query = await searchParams
  const asked = reportQuery.parse(query)
  const scope = visibleParticipation(actor)
  if (scope.kind === 'NOTHING') notFound()
  const measure = asked.measure ?? 'offered'
  const filter = filterOf(asked, Number(actor.today.slice(0, 4)))
  const [page, places] = await Promise.all([
    listFacts(actor, filter, measure, asked.cursor),
    scope.kind === 'ENTERPRISE' ? null : listReportPlaces(actor),
  ])
  const open = await listVisibleIds(
    actor,
    page.rows.map(({ id }) => id),
  )
  return <FactList {...{ page, measure, query, filter, places, open }} at={now()} />
}
