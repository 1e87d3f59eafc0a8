import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleNotifications } from './policy'
import type { NotificationFilter } from './schema'

const notificationSelect = {
  id: true,
  kind: true,
  params: true,
  href: true,
  createdAt: true,
  readAt: true,
} satisfies Prisma.NotificationSelect

export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>

/** Counted no further than a bell can show. */
const unreadMax = 100

const unread: Prisma.NotificationWhereInput = { readAt: null }

const whereOf = (actor: Actor, { show }: NotificationFilter): Prisma.NotificationWhereInput => ({
  AND: [visibleNotifications(actor), show === 'unread' ? unread : {}],
})

/** The number on the bell: one look into an index that holds nothing but what is unread (notifications_unread). */
export const countUnread = (actor: Actor): Promise<number> =>
  db.notification.count({ where: whereOf(actor, { show: 'unread' }), take: unreadMax })

/** Newest first. */
export async function listNotifications(actor: Actor, filter: NotificationFilter): Promise<Page<NotificationRow>> {
  const cursor = decodeCursor(filter.cursor)
  const backwards = cursor?.direction === 'before'
  const direction = backwards ? 'asc' : 'desc'
  const rows = await db.notification.findMany({
    where: { AND: [whereOf(actor, filter), positionOf(cursor, backwards)] },
    select: notificationSelect,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: pageSize + 1,
  })
  return cutPage(rows, cursor, (row) => row.createdAt.toISOString())
}

export const countNotifications = (actor: Actor, filter: NotificationFilter): Promise<number> =>
  db.notification.count({ where: whereOf(actor, filter) })

/** One notification of the actor's own, as it was told. */
export const notificationSubject = (
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<{ id: string; userId: string; href: string } | null> =>
  tx.notification.findFirst({
    where: { AND: [{ id }, visibleNotifications(actor)] },
    select: { id: true, userId: true, href: true },
  })

function positionOf(cursor: ReturnType<typeof decodeCursor>, backwards: boolean): Prisma.NotificationWhereInput {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  const op = backwards ? 'gt' : 'lt'
  return { OR: [{ createdAt: { [op]: at } }, { createdAt: at, id: { [op]: cursor.id } }] }
}
