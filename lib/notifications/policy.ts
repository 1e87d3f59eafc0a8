import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'
import { notificationKinds } from './rules'

/** What somebody was told is theirs alone, whichever hat they wear; what there are no words for any more is not shown. */
export const visibleNotifications = (actor: Actor): Prisma.NotificationWhereInput =>
  isSignedIn(actor) ? { userId: actor.userId, kind: { in: [...notificationKinds] } } : nothing

export const canMarkRead = (actor: Actor): boolean => isSignedIn(actor)

export const canOpenNotification = (actor: Actor): boolean => isSignedIn(actor)

export const canChooseNotices = (actor: Actor): boolean => isSignedIn(actor)
