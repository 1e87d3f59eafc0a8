import { belongsTo, insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import { canEditActivity } from '@/lib/activities/policy'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

/** What happened elsewhere is there for everybody with a hat to learn from (三(三)). */
export const hasCases = ({ hat }: Actor): boolean => hat.kind !== 'NONE'
export const visibleCases = (actor: Actor): Prisma.AccidentCaseWhereInput => (hasCases(actor) ? {} : nothing)

/** The bureau and whoever coordinates an alliance today keep the library together (四(一)). */
const keepsLibrary = (actor: Actor): boolean =>
  isMunicipal(actor) || (actor.hat.kind === 'INSURER' && actor.hat.allianceIds.length > 0)

export const canAddCase = (actor: Actor): boolean => keepsLibrary(actor)
export const canReviseCase = (actor: Actor): boolean => keepsLibrary(actor)

export const canExplainCase = (actor: Actor, activity: Pick<Activity, 'hostAllianceId'>): boolean =>
  canEditActivity(actor, activity)
export const canDropCase = (actor: Actor, activity: Pick<Activity, 'hostAllianceId'>): boolean =>
  canEditActivity(actor, activity)

type OfAlliance = { allianceId: string }

/** The bureau and the alliance's coordinators; a lead company is a member among members here. */
export const canSendCase = (actor: Actor, { allianceId }: OfAlliance): boolean =>
  isMunicipal(actor) || insures(actor, allianceId)
export const canUrgeSelfCheck = (actor: Actor, { allianceId }: OfAlliance): boolean =>
  isMunicipal(actor) || insures(actor, allianceId)

/** What a member answers: for itself, its coordinator, its district and the bureau, never for another member. */
export function visibleReplies({ hat }: Actor): Prisma.SelfCheckReplyWhereInput {
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') return { selfCheck: { allianceId: { in: hat.allianceIds } } }
  return hat.kind === 'ENTERPRISE' ? { enterpriseId: hat.enterpriseId } : nothing
}

export function visibleSelfChecks(actor: Actor): Prisma.SelfCheckWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'INSURER') return { allianceId: { in: hat.allianceIds } }
  return { replies: { some: visibleReplies(actor) } }
}

/** Nobody answers for an enterprise but its own people. */
export const canAnswerSelfCheck = (actor: Actor, reply: { enterpriseId: string }): boolean =>
  belongsTo(actor, reply.enterpriseId)
