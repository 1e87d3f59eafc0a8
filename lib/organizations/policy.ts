import { isMunicipal, isPortalAdministrator, isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'

/** The 18 bodies are public knowledge. */
export const visibleJurisdictions = (_actor: Actor): Prisma.JurisdictionWhereInput => ({})

/** Insurers are known to whoever has signed in. */
export const visibleInsurers = (actor: Actor): Prisma.InsurerWhereInput => (isSignedIn(actor) ? {} : nothing)

/** The directory of insurers, with who works there and what they serve, is the municipal bureau's. */
export const canListInsurers = isMunicipal

/** An insurer is entered so that accounts can be made for it, which is the portal administrator's doing too. */
export const canAddInsurer = (actor: Actor): boolean => isPortalAdministrator(actor)

export const canRenameInsurer = canAddInsurer

export const canRemoveInsurer = canAddInsurer
