import { belongsTo, isMunicipal, isPortalAdministrator, nothing, oversees, type Actor } from '@/lib/access/actor'
import { toDate } from '@/lib/core/clock'
import type { Enterprise, Prisma } from '@/lib/core/prisma/client'

type OneEnterprise = Pick<Enterprise, 'id' | 'supervisingJurisdictionId'>

/** Enterprises that are in one of these alliances today. */
const inAlliances = (actor: Actor, allianceIds: string[]): Prisma.EnterpriseWhereInput => ({
  memberships: {
    some: {
      allianceId: { in: allianceIds },
      joinedOn: { lte: toDate(actor.today) },
      OR: [{ leftOn: null }, { leftOn: { gt: toDate(actor.today) } }],
    },
  },
})

/**
 * The registry. The municipal bureau knows the city, a jurisdiction what it supervises (not what merely lies in it), an
 * insurer and a lead company the roster of their alliances as it is today, an enterprise itself.
 */
export function visibleEnterprises(actor: Actor): Prisma.EnterpriseWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { supervisingJurisdictionId: hat.jurisdictionId }
  if (hat.kind === 'INSURER') return inAlliances(actor, hat.allianceIds)
  if (hat.kind === 'ENTERPRISE') return { OR: [{ id: hat.enterpriseId }, inAlliances(actor, hat.leadAllianceIds)] }
  return nothing
}

/** Enterprises whose dossier the actor reads: the bureaus' and one's own, never a fellow member's. */
export function visibleDossiers(actor: Actor): Prisma.EnterpriseWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { supervisingJurisdictionId: hat.jurisdictionId }
  return hat.kind === 'ENTERPRISE' ? { id: hat.enterpriseId } : nothing
}

const keepsOrIs = (actor: Actor, enterprise: OneEnterprise): boolean =>
  isMunicipal(actor) || oversees(actor, enterprise.supervisingJurisdictionId) || belongsTo(actor, enterprise.id)

/** What the bureau keeps on an enterprise: code, licences, hazards, employees, notes, people, history. */
export const canSeeDossier = (actor: Actor, enterprise: OneEnterprise): boolean => keepsOrIs(actor, enterprise)

/** Names and masked phones of the principal and the safety lead. */
export const canSeeContact = (actor: Actor, enterprise: OneEnterprise): boolean => keepsOrIs(actor, enterprise)

/** A phone in full; whoever looks is written down. */
export const canUnmaskPhone = (actor: Actor, enterprise: OneEnterprise): boolean => keepsOrIs(actor, enterprise)

/** Jurisdiction, kind and size: an insurer plans with them, a fellow member knows its alliance by names only. */
export const canSeeProfile = (actor: Actor, enterprise: OneEnterprise): boolean =>
  keepsOrIs(actor, enterprise) || actor.hat.kind === 'INSURER'

/** Whether the actor has a registry to look at, rather than one enterprise. */
export const hasRegistry = (actor: Actor): boolean => {
  const { hat } = actor
  if (hat.kind === 'ENTERPRISE') return hat.leadAllianceIds.length > 0
  return hat.kind !== 'NONE'
}

/** Whether the actor's list shows what the bureau keeps: licences, hazards, people, the list of expiring licences. */
export const hasDossiers = (actor: Actor): boolean => isMunicipal(actor) || actor.hat.kind === 'JURISDICTION'

/** The municipal bureau keeps the registry. */
export const canRegisterEnterprise = (actor: Actor): boolean => isMunicipal(actor)
export const canCorrectEnterprise = (actor: Actor, _enterprise: OneEnterprise): boolean => isMunicipal(actor)
export const canCloseEnterprise = (actor: Actor, _enterprise: OneEnterprise): boolean => isMunicipal(actor)
export const canKeepLicences = (actor: Actor, _enterprise: OneEnterprise): boolean => isMunicipal(actor)

/** Who may represent an enterprise (notice 三(一)): known to the bureaus and to the enterprise. */
export const visibleMandates = (actor: Actor): Prisma.MandateWhereInput => ({ enterprise: visibleDossiers(actor) })

/** Letters of mandates: whoever knows the mandates, and the coordinators who check people in by them. */
export const visibleLetters = (actor: Actor): Prisma.MandateWhereInput => ({
  letterId: { not: null },
  enterprise: actor.hat.kind === 'INSURER' ? visibleEnterprises(actor) : visibleDossiers(actor),
})

/** What a page lists of an enterprise's mandates: all of them, or to a coordinator those that come with a letter. */
export const visibleMandateRows = (actor: Actor): Prisma.MandateWhereInput =>
  actor.hat.kind === 'INSURER' ? visibleLetters(actor) : visibleMandates(actor)

/** The enterprise names its people itself, through its principal or its administrator; the keeper of all accounts helps. */
const administers = (actor: Actor, enterprise: OneEnterprise): boolean =>
  isPortalAdministrator(actor) ||
  (belongsTo(actor, enterprise.id) && actor.hat.kind === 'ENTERPRISE' && actor.hat.isAdministrator)

export const canGrantMandate = (actor: Actor, enterprise: OneEnterprise): boolean => administers(actor, enterprise)
export const canKeepLetter = (actor: Actor, enterprise: OneEnterprise): boolean => administers(actor, enterprise)
export const canEndMandate = (actor: Actor, enterprise: OneEnterprise): boolean => administers(actor, enterprise)
