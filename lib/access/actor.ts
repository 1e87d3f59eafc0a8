import type { MandateKind } from '@/lib/core/prisma/enums'
import type { Day } from '@/lib/core/clock'

/**
 * Who is asking, under the one hat that is worn. Hats are dated rows (appointments, mandates, memberships); the actor is
 * what holds today, read anew at each request. Branded: only `access/identity` mints one.
 */
export type Hat =
  | { kind: 'NONE' }
  | { kind: 'MUNICIPAL'; isAdministrator: boolean }
  | { kind: 'JURISDICTION'; jurisdictionId: string; isAdministrator: boolean }
  | { kind: 'INSURER'; insurerId: string; isAdministrator: boolean; allianceIds: string[] }
  | {
      kind: 'ENTERPRISE'
      enterpriseId: string
      isAdministrator: boolean
      mandateKind: MandateKind | null
      /** Alliances it is in today, in any kind. */
      allianceIds: string[]
      /** Alliances it leads today. */
      leadAllianceIds: string[]
    }

declare const minted: unique symbol

export type Actor = {
  readonly [minted]: true
  /** null: nobody has signed in. */
  readonly userId: string | null
  readonly sessionId: string | null
  readonly name: string
  readonly hat: Hat
  /** Names the hat beyond this request: `appointment:<id>` or `enterprise:<id>`; empty where none is worn. */
  readonly hatKey: string
  /** How the audit trail names the hat: 「市应急管理局 · 管理员」. */
  readonly hatLabel: string
  /** Today in Beijing when the request came. */
  readonly today: Day
}

export const isSignedIn = (actor: Actor): actor is Actor & { userId: string } => actor.userId !== null

export const isMunicipal = (actor: Actor): boolean => actor.hat.kind === 'MUNICIPAL'

/** Municipal administrator: accounts, settings, audit trail. */
export const isPortalAdministrator = (actor: Actor): boolean =>
  actor.hat.kind === 'MUNICIPAL' && actor.hat.isAdministrator

/** Whether the actor acts for the body that supervises this jurisdiction's enterprises. */
export const oversees = (actor: Actor, jurisdictionId: string): boolean =>
  actor.hat.kind === 'JURISDICTION' && actor.hat.jurisdictionId === jurisdictionId

/** Whether the actor is today's coordinator or deputy of the alliance. */
export const insures = (actor: Actor, allianceId: string): boolean =>
  actor.hat.kind === 'INSURER' && actor.hat.allianceIds.includes(allianceId)

/** Whether the actor acts for today's lead company of the alliance. */
export const leads = (actor: Actor, allianceId: string): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.leadAllianceIds.includes(allianceId)

/** Whether the actor acts for an enterprise that is in the alliance today. */
export const isInAlliance = (actor: Actor, allianceId: string): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.allianceIds.includes(allianceId)

/** Whether the actor acts for this enterprise. */
export const belongsTo = (actor: Actor, enterpriseId: string): boolean =>
  actor.hat.kind === 'ENTERPRISE' && actor.hat.enterpriseId === enterpriseId

/** An enterprise that leads no alliance: of what members answer, have or owe it sees its own. */
export const seesOwnOnly = ({ hat }: Actor): boolean => hat.kind === 'ENTERPRISE' && hat.leadAllianceIds.length === 0

/** A `where` that no row satisfies: what somebody sees who sees nothing. */
export const nothing = { id: { in: [] as string[] } }
