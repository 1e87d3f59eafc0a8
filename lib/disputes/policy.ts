import { insures, isMunicipal, isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import { servedActivities } from '@/lib/activities/policy'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

/** An enterprise's own, and those of whom one serves or watches. A lead company runs activities and judges no neighbour. */
export function visibleDisputes(actor: Actor): Prisma.DisputeWhereInput {
  const { hat } = actor
  if (!isSignedIn(actor) || hat.kind === 'NONE') return nothing
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'ENTERPRISE') return { enterpriseId: hat.enterpriseId }
  const hosted = { hostAllianceId: { in: hat.allianceIds } }
  return { activity: { OR: [hosted, servedActivities(actor, hat.insurerId)] } }
}

/** Whoever acts for an enterprise that sees the activity. */
export const canFileDispute = ({ hat }: Actor, _activity: Pick<Activity, 'id'>): boolean => hat.kind === 'ENTERPRISE'

/** The organiser: the alliance's insurer by 四(一), the bureau in any case; never another member. */
export const canAnswerDispute = (actor: Actor, { hostAllianceId }: Pick<Activity, 'hostAllianceId'>): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId)
