import { belongsTo, insures, isMunicipal, type Actor } from '@/lib/access/actor'
import { entriesInSight } from '@/lib/activities/policy'
import type { Prisma } from '@/lib/core/prisma/client'

/** Whose place it is: the activity's host alliance and the enterprise that sends. */
export type RegistrationStanding = { hostAllianceId: string; enterpriseId: string }

/** Places and leave. */
export const visibleRegistrations = (actor: Actor): Prisma.RegistrationWhereInput => entriesInSight(actor)

/**
 * An enterprise manages its own places; the coordinator may do it for an enterprise that telephones, and so may the
 * bureau. The lead company may not: whom another member could send is that member's business.
 */
const sends = (actor: Actor, { hostAllianceId, enterpriseId }: RegistrationStanding): boolean =>
  belongsTo(actor, enterpriseId) || isMunicipal(actor) || insures(actor, hostAllianceId)

export const canRegister = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canNamePlace = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canSwapPerson = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canAcceptOffer = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canWithdraw = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
export const canAskLeave = (actor: Actor, standing: RegistrationStanding): boolean => sends(actor, standing)
