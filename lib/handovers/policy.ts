import { isMunicipal, type Actor } from '@/lib/access/actor'
import { visibleInsurerAppointments } from '@/lib/alliances/policy'
import type { InsurerAppointment, Prisma } from '@/lib/core/prisma/client'

type OnePost = Pick<InsurerAppointment, 'insurerId' | 'coordinatorId'>

/** Posts that the actor may know of: those of its alliances, and all of its own insurer. */
export function coverablePosts(actor: Actor): Prisma.InsurerAppointmentWhereInput {
  const known = visibleInsurerAppointments(actor)
  return actor.hat.kind === 'INSURER' ? { OR: [known, { insurerId: actor.hat.insurerId }] } : known
}

/** Who stands in for whom is known to whoever knows of the post. */
export const visibleCovers = (actor: Actor): Prisma.CoverWhereInput => ({ appointment: coverablePosts(actor) })

/** The coordinator arranges it, else the insurer's administrator or the bureau; never whoever only stands in. */
const arranges = (actor: Actor, post: OnePost): boolean => {
  const { hat } = actor
  if (isMunicipal(actor)) return true
  if (hat.kind !== 'INSURER' || hat.insurerId !== post.insurerId) return false
  return hat.isAdministrator || actor.userId === post.coordinatorId
}

export const canBeginCover = (actor: Actor, post: OnePost): boolean => arranges(actor, post)
export const canEndCover = (actor: Actor, post: OnePost): boolean => arranges(actor, post)
