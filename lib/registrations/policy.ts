import { belongsTo, insures, isMunicipal, isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import { servedActivities } from '@/lib/activities/policy'
import type { Prisma } from '@/lib/core/prisma/client'

/** Whose place it is: the activity's host alliance and the enterprise that sends. */
export type RegistrationStanding = { hostAllianceId: string; enterpriseId: string }

/** Places and leave. Whoever runs the activity sees all, a jurisdiction its own enterprises, an enterprise its own. */
export function visibleRegistrations(actor: Actor): Prisma.RegistrationWhereInput {
  const { hat } = actor
  if (!isSignedIn(actor)) return nothing
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') {
    const hosted = { hostAllianceId: { in: hat.allianceIds } }
    return { activity: { OR: [hosted, servedActivities(actor, hat.insurerId)] } }
  }
  if (hat.kind === 'NONE') return { userId: actor.userId }
  const own = [{ enterpriseId: hat.enterpriseId }, { userId: actor.userId }]
  return { OR: [...own, { activity: { hostAllianceId: { in: hat.leadAllianceIds } } }] }
}

/**
 * An enterprise manages its own places; the coordinator may do it for an enterprise that telephones, and so may the
 * bureau. The lead company may not: whom another member could send is that member's business.
 */
const sends = (actor: Actor, { hostAllianceId, enterpriseId }: RegistrationStanding): boolean =>
  belongsTo(actor, enterpriseId) || isMunicipal(actor) || insures(actor, hostAllianceId)

export const canRegister = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canNamePlace = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canSwapPerson = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canWithdraw = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canAskLeave = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
