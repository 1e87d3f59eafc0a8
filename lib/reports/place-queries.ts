import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { visibleParticipation } from './policy'

export type ReportPlace = { key: string; name: string; nameEn: string; shortName: string }

export type ReportPlaces = { alliances: ReportPlace[]; jurisdictions: ReportPlace[] }

/** What the filters of the actor's report offer: its alliances and its jurisdictions, in their customary order. */
export async function listReportPlaces(actor: Actor): Promise<ReportPlaces> {
  const scope = visibleParticipation(actor)
  const [alliances, jurisdictions] = await Promise.all([
    db.alliance.findMany({
      where: scope.kind === 'ALLIANCES' ? { id: { in: scope.allianceIds } } : {},
      select: { slug: true, name: true, nameEn: true, shortName: true },
      orderBy: { sortOrder: 'asc' },
    }),
    db.jurisdiction.findMany({
      where: scope.kind === 'JURISDICTION' ? { id: scope.jurisdictionId } : {},
      select: { code: true, name: true, nameEn: true, shortName: true },
      orderBy: { sortOrder: 'asc' },
    }),
  ])
  return {
    alliances: alliances.map(({ slug, ...names }) => ({ key: slug, ...names })),
    jurisdictions: jurisdictions.map(({ code, ...names }) => ({ key: code, ...names })),
  }
}
