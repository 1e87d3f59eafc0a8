import { notFound } from 'next/navigation'
import type { Query } from '@/components/list/href'
import { OwnRecord } from '@/components/reports/own-record'
import { ParticipationReport } from '@/components/reports/participation-report'
import { requireActor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import { visibleParticipation } from '@/lib/reports/policy'
import { listReportPlaces } from '@/lib/reports/place-queries'
import { getParticipationTotals, listOwnParticipation } from '@/lib/reports/queries'
import { getReportView } from '@/lib/reports/view-queries'
import { viewsOf } from '@/lib/reports/rules'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { pageTitle } from '@/lib/text/page-title'
import { openViews } from '../views'

export const generateMetadata = pageTitle('reports.title')

export default async function ReportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/reports')
  const query = await searchParams
  const asked = reportQuery.parse(query)
  const filter = filterOf(asked, Number(actor.today.slice(0, 4)))
  const scope = visibleParticipation(actor)
  if (scope.kind === 'NOTHING') notFound()
  if (scope.kind === 'ENTERPRISE')
    return <OwnRecord lines={await listOwnParticipation(actor, filter)} filter={filter} at={now()} />

  const saved = await openViews(actor, 'reports', query)
  const views = viewsOf(scope)
  const view = views.find((one) => one === asked.view) ?? views[0] ?? 'enterprise'
  const [totals, places, body] = await Promise.all([
    getParticipationTotals(actor, filter),
    listReportPlaces(actor),
    getReportView(actor, view, filter, asked),
  ])
  return <ParticipationReport {...{ views, saved, query, filter, totals, places, body }} at={now()} />
}
