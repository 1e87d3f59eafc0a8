import { belongsTo, insures, isMunicipal, nothing, oversees, type Actor } from '@/lib/access/actor'
import type { Enterprise, GuidanceRequest, Prisma } from '@/lib/core/prisma/client'
import { arrangedStates } from './rules'

type OneRequest = Pick<GuidanceRequest, 'enterpriseId' | 'organiserAllianceId' | 'state'> & {
  enterprise: Pick<Enterprise, 'supervisingJurisdictionId'>
}

/**
 * What is wrong at an enterprise, and what it was advised, is known to itself, to the bureau, to the jurisdiction that
 * supervises it, and to the coordinator who arranges the visit, from when that is decided. Not to the lead company of its
 * alliance: that is a competitor.
 */
export function visibleGuidances(actor: Actor): Prisma.GuidanceRequestWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER')
    return { organiserAllianceId: { in: hat.allianceIds }, state: { in: [...arrangedStates] } }
  if (hat.kind === 'ENTERPRISE') return { enterpriseId: hat.enterpriseId }
  return nothing
}

/** An enterprise asks for itself. */
export const canRequestGuidance = (actor: Actor): boolean => actor.hat.kind === 'ENTERPRISE'

export const canWithdrawGuidance = (actor: Actor, request: OneRequest): boolean =>
  belongsTo(actor, request.enterpriseId)

/** 三(五): 市、区应急管理局可以组织专家指导服务 — the bureau, and the jurisdiction that supervises the enterprise. */
const decides = (actor: Actor, { enterprise }: OneRequest): boolean =>
  isMunicipal(actor) || oversees(actor, enterprise.supervisingJurisdictionId)

export const canApproveGuidance = (actor: Actor, request: OneRequest): boolean => decides(actor, request)
export const canRefuseGuidance = (actor: Actor, request: OneRequest): boolean => decides(actor, request)

/** Whoever decided, and the coordinator to whom it was given. */
const arranges = (actor: Actor, request: OneRequest): boolean =>
  decides(actor, request) || (request.organiserAllianceId !== null && insures(actor, request.organiserAllianceId))

export const canArrangeGuidance = (actor: Actor, request: OneRequest): boolean => arranges(actor, request)
export const canAdvise = (actor: Actor, request: OneRequest): boolean => arranges(actor, request)

/** Nobody answers for an enterprise but its own people; two parties: they do not verify what they answered. */
export const canAnswerAdvice = (actor: Actor, { request }: { request: OneRequest }): boolean =>
  belongsTo(actor, request.enterpriseId)
export const canAddAdviceFile = canAnswerAdvice

type OneFile = { advice: { request: OneRequest } }

export const canRemoveAdviceFile = (actor: Actor, { advice }: OneFile): boolean => canAnswerAdvice(actor, advice)
export const canRestoreAdviceFile = (actor: Actor, { advice }: OneFile): boolean => canAnswerAdvice(actor, advice)

/** Files belong to whoever reads the advice; one that was taken away is seen by nobody until it is put back. */
export const visibleAdviceFiles = (actor: Actor): Prisma.AdviceFileWhereInput => ({
  AND: [{ removedAt: null }, { advice: { request: visibleGuidances(actor) } }],
})

/** What the enterprise itself can put back. */
export const removedAdviceFiles = ({ hat }: Actor): Prisma.AdviceFileWhereInput =>
  hat.kind === 'ENTERPRISE'
    ? { removedAt: { not: null }, advice: { request: { enterpriseId: hat.enterpriseId } } }
    : nothing

export const canUrgeGuidance = (actor: Actor, request: OneRequest): boolean => arranges(actor, request)
export const canVerifyAdvice = (actor: Actor, { request }: { request: OneRequest }): boolean => arranges(actor, request)
export const canReturnAdvice = (actor: Actor, { request }: { request: OneRequest }): boolean => arranges(actor, request)
