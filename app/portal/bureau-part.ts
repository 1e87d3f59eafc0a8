import type { BureauPart } from '@/components/home/bureau-home'
import type { Actor } from '@/lib/access/actor'
import { listGapsAhead } from '@/lib/alliances/coverage-queries'
import { listVisibleIds } from '@/lib/enterprises/list-queries'
import { listAllianceMonths } from '@/lib/reports/home-queries'
import { listReportPlaces } from '@/lib/reports/place-queries'
import { listParticipation, listParticipationByJurisdiction } from '@/lib/reports/queries'
import type { ReportFilter } from '@/lib/reports/schema'

const named = 10

/** What a bureau's home shows beneath the week: the city, or who of a jurisdiction's own enterprises never came. */
export async function bureauPart(actor: Actor, filter: ReportFilter): Promise<BureauPart> {
  if (actor.hat.kind === 'MUNICIPAL') {
    const [months, { jurisdictions }, lines, gaps] = await Promise.all([
      listAllianceMonths(filter.year),
      listReportPlaces(actor),
      listParticipationByJurisdiction(actor, filter),
      listGapsAhead(actor),
    ])
    return { kind: 'city', months, places: jurisdictions, lines, gaps }
  }
  const order = { key: 'name', isFalling: false } as const
  const { rows } = await listParticipation(actor, { ...filter, isNeverOnly: true }, order)
  const never = rows.slice(0, named)
  const open = await listVisibleIds(
    actor,
    never.map(({ id }) => id),
  )
  return { kind: 'own', never, open }
}
