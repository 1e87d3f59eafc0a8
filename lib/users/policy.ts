import { isMunicipal, isPortalAdministrator, isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma, User } from '@/lib/core/prisma/client'
import type { Office } from './schema'

/** The office whose accounts the actor administers; null: none, or (the municipal administrator) all. */
export function administeredOffice({ hat }: Actor): Office | null {
  if (hat.kind === 'NONE' || hat.kind === 'MUNICIPAL' || !hat.isAdministrator) return null
  if (hat.kind === 'JURISDICTION') return { role: 'JURISDICTION', officeId: hat.jurisdictionId }
  if (hat.kind === 'INSURER') return { role: 'INSURER', officeId: hat.insurerId }
  return { role: 'ENTERPRISE', officeId: hat.enterpriseId }
}

/** Whether the actor administers accounts at all: of everyone, or of one office. */
export const canListUsers = (actor: Actor): boolean =>
  isPortalAdministrator(actor) || administeredOffice(actor) !== null

/** Everyone who holds or held the actor's office, by appointment or mandate; oneself in any case. */
export function visibleUsers(actor: Actor): Prisma.UserWhereInput {
  if (isPortalAdministrator(actor)) return {}
  if (!isSignedIn(actor)) return nothing
  const office = administeredOffice(actor)
  return { OR: [{ id: actor.userId }, ...(office ? holdersOf(office) : [])] }
}

/** People of an office: by appointment, and in an enterprise by mandate too. */
export function holdersOf({ role, officeId }: Office): Prisma.UserWhereInput[] {
  if (role === 'MUNICIPAL') return [{ appointments: { some: { role } } }]
  if (role === 'JURISDICTION') return [{ appointments: { some: { jurisdictionId: officeId } } }]
  if (role === 'INSURER') return [{ appointments: { some: { insurerId: officeId } } }]
  const enterpriseId = officeId ?? ''
  return [{ appointments: { some: { enterpriseId } } }, { mandates: { some: { enterpriseId } } }]
}

/** Offices that the actor knows of; of enterprises only those whose supervision or office the hat is about. */
export const visibleOfficeEnterprises = (actor: Actor): Prisma.EnterpriseWhereInput => {
  const { hat } = actor
  if (isMunicipal(actor)) return {}
  if (hat.kind === 'JURISDICTION') return { supervisingJurisdictionId: hat.jurisdictionId }
  return hat.kind === 'ENTERPRISE' ? { id: hat.enterpriseId } : nothing
}

/** Whether the actor appoints people to an office, and ends their appointments. */
export const canAppointTo = (actor: Actor, office: Office): boolean =>
  isPortalAdministrator(actor) || isSameOffice(administeredOffice(actor), office)

export const canInviteUser = canAppointTo

const isSameOffice = (own: Office | null, { role, officeId }: Office): boolean =>
  own !== null && own.role === role && own.officeId === officeId

/** A user with the offices held today or later. */
export type UserStanding = Pick<User, 'id'> & { offices: Office[] }

/**
 * Whether the account as a whole is the actor's to keep. Whoever also works for somebody else is not: a reset link is the
 * key to all of a person's hats.
 */
const keepsAccount = (actor: Actor, user: UserStanding): boolean =>
  isPortalAdministrator(actor) ||
  (user.offices.length > 0 && user.offices.every((office) => isSameOffice(administeredOffice(actor), office)))

/** Never oneself: nobody locks the door from outside with the key inside. */
export const canDisableUser = (actor: Actor, user: UserStanding): boolean =>
  user.id !== actor.userId && keepsAccount(actor, user)

export const canEnableUser = canDisableUser

export const canRenameUser = (actor: Actor, user: UserStanding): boolean => keepsAccount(actor, user)

/** A new invitation or reset link. For oneself there is the change of password, which asks for the old one. */
export const canIssueLink = (actor: Actor, user: UserStanding): boolean =>
  user.id !== actor.userId && keepsAccount(actor, user)

/** Codes of somebody who has lost the authenticator: whoever may hand out a new link, for each opens the account. */
export const canResetCodes = canIssueLink

/** One's own things: sessions, password, language, hats. */
export const canKeepOwnAccount = (actor: Actor, owner: { userId: string }): boolean => actor.userId === owner.userId
