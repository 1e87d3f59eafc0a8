import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'

/** What somebody was told is theirs alone, whichever hat they wear. */
export const visibleNotifications = (actor: Actor): Prisma.NotificationWhereInput =>
  isSignedIn(actor) ? { userId: actor.userId } : nothing

export const canMarkRead = (actor: Actor): boolean => isSignedIn(actor)
