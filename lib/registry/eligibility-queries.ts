import type { Actor } from '@/lib/access/actor'
import { memberOn } from '@/lib/alliances/queries'
import { fromDateOrNull } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { eligibilityOf, suggestionsOf, type Eligibility, type Suggestion } from './eligibility-rules'

type Alliance = { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }

export type Fitness = {
  eligibility: Eligibility
  suggestions: (Suggestion & { alliance: Alliance; isMember: boolean })[]
}

/** Whether an enterprise is in the scope of the notice, and which alliance suits it; null without its dossier. */
export async function getFitness(actor: Actor, enterpriseId: string): Promise<Fitness | null> {
  if (!isId(enterpriseId)) return null
  const [enterprise, rules] = await Promise.all([
    db.enterprise.findFirst({
      where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] },
      select: {
        businessKind: true,
        industryCode: true,
        closedOn: true,
        licences: { select: { kind: true, validFrom: true, validTo: true } },
        memberships: { where: memberOn(actor.today), select: { allianceId: true } },
      },
    }),
    db.allianceIndustryCode.findMany({
      select: {
        allianceId: true,
        industryCode: true,
        businessKind: true,
        alliance: { select: { id: true, slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
      },
      orderBy: [{ alliance: { sortOrder: 'asc' } }, { id: 'asc' }],
    }),
  ])
  if (!enterprise) return null
  const { closedOn, licences, memberships, ...described } = enterprise
  const examined = {
    businessKind: described.businessKind,
    closedOn: fromDateOrNull(closedOn),
    licences: licences.map(({ kind, validFrom, validTo }) => ({
      kind,
      validFrom: fromDateOrNull(validFrom),
      validTo: fromDateOrNull(validTo),
    })),
  }
  const alliances = new Map(rules.map(({ alliance }) => [alliance.id, alliance]))
  const suggestions = suggestionsOf(described, rules).flatMap((suggestion) => {
    const alliance = alliances.get(suggestion.allianceId)
    const isMember = memberships.some(({ allianceId }) => allianceId === suggestion.allianceId)
    return alliance ? [{ ...suggestion, alliance, isMember }] : []
  })
  return { eligibility: eligibilityOf(examined, actor.today), suggestions }
}
