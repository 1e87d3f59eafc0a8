import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma, SavedView } from '@/lib/core/prisma/client'

/** The office with which the actor may share: a bureau or an insurer; an enterprise's people keep their views to themselves. */
export function officeOf({ hat }: Actor): string | null {
  if (hat.kind === 'MUNICIPAL') return 'municipal'
  if (hat.kind === 'JURISDICTION') return `jurisdiction:${hat.jurisdictionId}`
  return hat.kind === 'INSURER' ? `insurer:${hat.insurerId}` : null
}

type OneView = Pick<SavedView, 'ownerId' | 'sharedWith'>

/** One's own, and those that somebody of the office worn today shares. What they show is each reader's own. */
export function visibleViews(actor: Actor): Prisma.SavedViewWhereInput {
  if (!isSignedIn(actor)) return nothing
  const office = officeOf(actor)
  return { OR: [{ ownerId: actor.userId }, ...(office === null ? [] : [{ sharedWith: office }])] }
}

const owns = (actor: Actor, view: OneView): boolean => actor.userId === view.ownerId

/** Whoever administers the office's accounts tidies up what its people share, also after they have left. */
export const canTidyViews = (actor: Actor): boolean =>
  officeOf(actor) !== null && actor.hat.kind !== 'NONE' && actor.hat.isAdministrator

const administers = (actor: Actor, { sharedWith }: OneView): boolean =>
  sharedWith !== null && sharedWith === officeOf(actor) && canTidyViews(actor)

export const canSaveView = (actor: Actor): boolean => actor.hat.kind !== 'NONE'
export const canShareViews = (actor: Actor): boolean => officeOf(actor) !== null
export const canRenameView = (actor: Actor, view: OneView): boolean => owns(actor, view)
export const canShareView = (actor: Actor, view: OneView): boolean => owns(actor, view) && canShareViews(actor)
export const canRemoveView = (actor: Actor, view: OneView): boolean => owns(actor, view) || administers(actor, view)
export const canChooseDefault = (actor: Actor): boolean => isSignedIn(actor) && actor.hat.kind !== 'NONE'
