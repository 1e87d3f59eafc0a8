import { belongsTo, isMunicipal, oversees, type Actor } from '@/lib/access/actor'
import type { Enterprise } from '@/lib/core/prisma/client'

/** Whose participation an actor reads: the rows, as the SQL of the reports narrows them. */
export type ReportScope =
  | { kind: 'CITY' }
  /** Its enterprises, in whatever alliance. */
  | { kind: 'JURISDICTION'; jurisdictionId: string }
  /** The members of its alliances, as members of these. */
  | { kind: 'ALLIANCES'; allianceIds: string[] }
  /** Its own line, and of others the median only. */
  | { kind: 'ENTERPRISE'; enterpriseId: string }
  | { kind: 'NOTHING' }

/**
 * The read scope of every report, list and export. A lead company reads its own line like any member: what others took
 * part in is between them, their insurer and their bureaus.
 */
export function visibleParticipation(actor: Actor): ReportScope {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return { kind: 'CITY' }
  if (hat.kind === 'JURISDICTION') return { kind: 'JURISDICTION', jurisdictionId: hat.jurisdictionId }
  if (hat.kind === 'INSURER') return { kind: 'ALLIANCES', allianceIds: hat.allianceIds }
  if (hat.kind === 'ENTERPRISE') return { kind: 'ENTERPRISE', enterpriseId: hat.enterpriseId }
  return { kind: 'NOTHING' }
}

/** Whether there is a report about several enterprises for the actor at all. */
export const canReadReports = (actor: Actor): boolean => {
  const { kind } = visibleParticipation(actor)
  return kind === 'CITY' || kind === 'JURISDICTION' || kind === 'ALLIANCES'
}

/** Whether the participation of this enterprise is the actor's to read (an insurer reads what concerns its alliances). */
export const canReadParticipationOf = (
  actor: Actor,
  enterprise: Pick<Enterprise, 'id' | 'supervisingJurisdictionId'>,
): boolean =>
  isMunicipal(actor) ||
  oversees(actor, enterprise.supervisingJurisdictionId) ||
  belongsTo(actor, enterprise.id) ||
  actor.hat.kind === 'INSURER'
