import { insures, isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Alliance, Prisma } from '@/lib/core/prisma/client'

/** The group is the coordinator's tool: the coordinator and the bureau keep its robot and see what did not arrive. */
export const canKeepRobot = (actor: Actor, alliance: Pick<Alliance, 'id' | 'slug'>): boolean =>
  isMunicipal(actor) || insures(actor, alliance.id)

export const canSendRobotMessageAgain = (
  actor: Actor,
  { alliance }: { alliance: Pick<Alliance, 'id' | 'slug'> },
): boolean => canKeepRobot(actor, alliance)

export function visibleRobotMessages(actor: Actor): Prisma.RobotMessageWhereInput {
  const { hat } = actor
  if (hat.kind === 'MUNICIPAL') return {}
  return hat.kind === 'INSURER' ? { allianceId: { in: hat.allianceIds } } : nothing
}
