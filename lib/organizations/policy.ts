import { isPortalAdministrator, isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'

/** The 18 bodies are public knowledge. */
export const visibleJurisdictions = (_actor: Actor): Prisma.JurisdictionWhereInput => ({})

/** Insurers are known to whoever has signed in. */
export const visibleInsurers = (actor: Actor): Prisma.InsurerWhereInput => (isSignedIn(actor) ? {} : nothing)

export const canAddInsurer = (actor: Actor): boolean => isPortalAdministrator(actor)

export const canRenameInsurer = (actor: Actor): boolean => isPortalAdministrator(actor)

/** The page about offices is the municipal bureau's. */
export const canListOrganizations = (actor: Actor): boolean => actor.hat.kind === 'MUNICIPAL'
