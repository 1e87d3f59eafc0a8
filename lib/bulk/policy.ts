import { isMunicipal, type Actor } from '@/lib/access/actor'
import { canAdmitMember, canReleaseMember } from '@/lib/alliances/policy'
import type { Alliance, Enterprise } from '@/lib/core/prisma/client'
import { canCorrectEnterprise } from '@/lib/enterprises/policy'
import type { Act } from './schema'

/** Whoever keeps the registry works on many of its rows at once. */
export const canWorkInBulk = (actor: Actor): boolean => isMunicipal(actor)

type OneEnterprise = Pick<Enterprise, 'id' | 'supervisingJurisdictionId'>

/** Each row is asked anew when it is its turn: what may not be done to one may not be done to it among many. */
export function canChangeRow(
  actor: Actor,
  act: Act,
  enterprise: OneEnterprise,
  alliance: Pick<Alliance, 'id' | 'slug'> | null,
): boolean {
  if (act === 'admit') return alliance !== null && canAdmitMember(actor, alliance)
  if (act === 'release') return alliance !== null && canReleaseMember(actor, alliance)
  if (act === 'export') return canWorkInBulk(actor)
  return canCorrectEnterprise(actor, enterprise)
}
