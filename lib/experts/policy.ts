import { isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'

/** The municipal bureau and whoever coordinates an alliance today keep the register together (四(一): 加强资源共享). */
const keepsRegister = (actor: Actor): boolean =>
  isMunicipal(actor) || (actor.hat.kind === 'INSURER' && actor.hat.allianceIds.length > 0)

/** Whether the actor has the register to look at: the district bureaus too, who may send experts (三(五)). */
export const hasExperts = (actor: Actor): boolean => keepsRegister(actor) || actor.hat.kind === 'JURISDICTION'

/**
 * The register. Enterprises have none: of an expert who lectures to them they learn name, organisation and fields with the
 * course (lib/courses).
 */
export const visibleExperts = (actor: Actor): Prisma.ExpertWhereInput => (hasExperts(actor) ? {} : nothing)

export const canRegisterExpert = (actor: Actor): boolean => keepsRegister(actor)
export const canReviseExpert = (actor: Actor): boolean => keepsRegister(actor)
export const canRetireExpert = (actor: Actor): boolean => keepsRegister(actor)
export const canReinstateExpert = (actor: Actor): boolean => keepsRegister(actor)

/** A telephone in full; whoever looks is written down. */
export const canUnmaskExpertPhone = (actor: Actor): boolean => hasExperts(actor)
