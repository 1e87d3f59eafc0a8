import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Alliance, Prisma } from '@/lib/core/prisma/client'

type OneAlliance = Pick<Alliance, 'id' | 'slug'>

/** That there are nine alliances, who leads and who insures them, is public (notice 三(一)). */
export const visibleAlliances = (_actor: Actor): Prisma.AllianceWhereInput => ({})

/** The alliances that the actor knows from within: their pages in the portal, with targets, topics and decisions. */
export const enterableAlliances = (actor: Actor): Prisma.AllianceWhereInput => {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION') return {}
  if (hat.kind === 'INSURER' || hat.kind === 'ENTERPRISE') return { id: { in: hat.allianceIds } }
  return nothing
}

/** Whether the pages of this alliance are open to the actor: the same rule, for a link. */
export const canEnterAlliance = (actor: Actor, alliance: Pick<Alliance, 'id'>): boolean => {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION') return true
  return (hat.kind === 'INSURER' || hat.kind === 'ENTERPRISE') && hat.allianceIds.includes(alliance.id)
}

/** State, targets and topics of a year: the bureaus' everywhere, everybody else's in their own alliances. */
export const visibleAllianceYears = (actor: Actor): Prisma.AllianceYearWhereInput => ({
  alliance: enterableAlliances(actor),
})

/** Why an enterprise leads and for how long. */
export const visibleLeadDecisions = (actor: Actor): Prisma.LeadDecisionWhereInput => ({
  alliance: enterableAlliances(actor),
})

/** Who served an alliance and when, with the reasons; that an insurer serves it today is public. */
export const visibleInsurerAppointments = (actor: Actor): Prisma.InsurerAppointmentWhereInput => ({
  alliance: enterableAlliances(actor),
})

/** The roster. A jurisdiction knows of its own enterprises only; an enterprise also keeps its own past memberships. */
export function visibleMemberships(actor: Actor): Prisma.MembershipWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  if (hat.kind === 'JURISDICTION') return { enterprise: { supervisingJurisdictionId: hat.jurisdictionId } }
  if (hat.kind === 'INSURER') return { allianceId: { in: hat.allianceIds } }
  if (hat.kind === 'ENTERPRISE')
    return { OR: [{ allianceId: { in: hat.allianceIds } }, { enterpriseId: hat.enterpriseId }] }
  return nothing
}

/**
 * Whether the actor's roster says more than names: jurisdiction, size, dates and reasons. Members and lead companies see
 * each other by name; what the bureau keeps on a member is not theirs.
 */
export const canSeeMemberFacts = (actor: Actor, alliance: OneAlliance): boolean =>
  isMunicipal(actor) || actor.hat.kind === 'JURISDICTION' || insures(actor, alliance.id)

/** 三(一): the municipal bureau sets the alliances up and decides on leads, insurers and members. */
export const canOpenAllianceYears = (actor: Actor): boolean => isMunicipal(actor)
export const canConfigureAllianceYear = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canStartAllianceYear = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canCloseAllianceYear = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canAdmitMember = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canReleaseMember = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canReinstateMember = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canTransferMember = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canAppointLead = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canEndLead = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canAppointInsurer = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canHandOverCoordination = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
export const canEndInsurerAppointment = (actor: Actor, _alliance: OneAlliance): boolean => isMunicipal(actor)
