import { belongsTo, insures, isMunicipal, isSignedIn, leads, nothing, type Actor } from '@/lib/access/actor'
import type { Activity, Prisma, VisitHost } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>
type OneHost = Pick<VisitHost, 'enterpriseId'>

/** Who runs the activities of an alliance looks for the host of its visit. */
const runs = (actor: Actor, { hostAllianceId }: HostedActivity): boolean =>
  isMunicipal(actor) || insures(actor, hostAllianceId) || leads(actor, hostAllianceId)

/** Requests and answers are between whoever runs the activity and the member asked; its jurisdiction reads along. */
export function visibleVisitHosts(actor: Actor): Prisma.VisitHostWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') return { activity: { hostAllianceId: { in: hat.allianceIds } } }
  if (hat.kind === 'NONE') return nothing
  return { OR: [{ enterpriseId: hat.enterpriseId }, { activity: { hostAllianceId: { in: hat.leadAllianceIds } } }] }
}

/** A place that is somebody's, not one that is only offered. */
export const heldPlace = { state: 'PLACED', offeredUntil: null } as const satisfies Prisma.RegistrationWhereInput

/**
 * The rules of the gate are for whoever deals with the request, and for those who hold a place: an enterprise for its
 * people, and a person for themselves. Whoever is merely invited, or waits, is not told where one meets.
 */
export function visibleGateRules(actor: Actor): Prisma.VisitHostWhereInput {
  const { hat } = actor
  const agreed = { state: 'AGREED' } as const
  if (hat.kind === 'MUNICIPAL' || !isSignedIn(actor)) return hat.kind === 'MUNICIPAL' ? agreed : nothing
  const own = hat.kind === 'ENTERPRISE' ? [{ enterpriseId: hat.enterpriseId }] : []
  const holds = { activity: { registrations: { some: { ...heldPlace, OR: [...own, { userId: actor.userId }] } } } }
  return { AND: [agreed, { OR: [visibleVisitHosts(actor), holds] }] }
}

/** Who stands at the gate, and who sends the people there: the list of visitors is theirs. No jurisdiction needs it. */
export function visibleGateLists(actor: Actor): Prisma.VisitHostWhereInput {
  if (actor.hat.kind === 'JURISDICTION') return nothing
  return { AND: [{ state: 'AGREED' }, visibleVisitHosts(actor)] }
}

export const canAskHost = (actor: Actor, activity: HostedActivity): boolean => runs(actor, activity)
export const canReleaseHost = (actor: Actor, host: { activity: HostedActivity }): boolean => runs(actor, host.activity)

/** Nobody answers for an enterprise but its own people. */
export const canAgreeToHost = (actor: Actor, host: OneHost): boolean => belongsTo(actor, host.enterpriseId)
export const canDeclineToHost = (actor: Actor, host: OneHost): boolean => belongsTo(actor, host.enterpriseId)
export const canWithdrawAsHost = (actor: Actor, host: OneHost): boolean => belongsTo(actor, host.enterpriseId)

type OnePlace = { enterpriseId: string; userId: string | null; activity: HostedActivity }

/** The visitor, their enterprise, and whoever takes it down for one that telephones; not the lead company. */
export const canGiveGateDetail = (actor: Actor, { enterpriseId, userId, activity }: OnePlace): boolean =>
  belongsTo(actor, enterpriseId) ||
  isMunicipal(actor) ||
  insures(actor, activity.hostAllianceId) ||
  (isSignedIn(actor) && actor.userId === userId)
