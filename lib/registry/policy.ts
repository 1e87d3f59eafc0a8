import { belongsTo, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Enterprise, Prisma } from '@/lib/core/prisma/client'

type OneEnterprise = Pick<Enterprise, 'id' | 'supervisingJurisdictionId'>

const administers = (actor: Actor, enterprise: Pick<Enterprise, 'id'>): boolean =>
  belongsTo(actor, enterprise.id) && actor.hat.kind === 'ENTERPRISE' && actor.hat.isAdministrator

/** Proposals lie between an enterprise's own administrators and the municipal bureau, which keeps the registry. */
export function visibleProposals(actor: Actor): Prisma.CorrectionProposalWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  return hat.kind === 'ENTERPRISE' && hat.isAdministrator ? { enterpriseId: hat.enterpriseId } : nothing
}

/** Its principal or administrator speaks for the enterprise. */
export const canProposeCorrection = (actor: Actor, enterprise: OneEnterprise): boolean => administers(actor, enterprise)

export const canWithdrawProposal = (actor: Actor, enterprise: OneEnterprise): boolean => administers(actor, enterprise)

/** Whoever keeps the registry decides what goes into it; four eyes, because an enterprise proposed it. */
export const canDecideProposal = (actor: Actor): boolean => isMunicipal(actor)

/** Who is in the registry, and under which jurisdiction, the keeper of the registry decides. */
export const canReopenEnterprise = (actor: Actor, _enterprise: OneEnterprise): boolean => isMunicipal(actor)
export const canMoveEnterprise = (actor: Actor, _enterprise: OneEnterprise): boolean => isMunicipal(actor)
