import type { BureauPart } from '@/components/home/bureau-home'
import type { Actor } from '@/lib/access/actor'
import { listGapsAhead } from '@/lib/alliances/coverage-queries'
import { listVisibleIds } from '@/lib/enterprises/list-queries'
import { listAllianceMonths } from '@/lib/reports/home-queries'
import { listReportPlaces } from '@/lib/reports/place-queries'
import { getParticipationOverview, getParticipationTotals, listParticipation, type Totals } from '@/lib/reports/queries'
import type { ReportFilter } from '@/lib/reports/schema'

const named = 10

/** The year of a bureau's home, and beneath the week the city, or who of a jurisdiction's own enterprises never came. */
export async function bureauPart(actor: Actor, filter: ReportFilter): Promise<{ totals: Totals; part: BureauPart }> {
  if (actor.hat.kind === 'MUNICIPAL') {
    const [months, places, { totals, jurisdictions }, gaps] = await Promise.all([
      listAllianceMonths(filter.year),
      listReportPlaces(actor),
      getParticipationOverview(actor, filter),
      listGapsAhead(actor),
    ])
    return { totals, part: { kind: 'city', months, places: places.jurisdictions, lines: jurisdictions, gaps } }
  }
  const order = { key: 'name', isFalling: false } as const
  const [totals, { rows }] = await Promise.all([
    getParticipationTotals(actor, filter),
    listParticipation(actor, { ...filter, isNeverOnly: true }, order),
  ])
  const never = rows.slice(0, named)
  const open = await listVisibleIds(
    actor,
    never.map(({ id }) => id),
  )
  return { totals, part: { kind: 'own', never, open } }
}
