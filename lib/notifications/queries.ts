import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Actor } from '@/lib/access/actor'
import { visibleNotifications } from './policy'

const notificationSelect = {
  id: true,
  kind: true,
  params: true,
  href: true,
  createdAt: true,
  readAt: true,
} satisfies Prisma.NotificationSelect

export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>

/** The number on the bell. Counted no further than a bell can show. */
export const unreadMax = 100

export async function countUnread(actor: Actor): Promise<number> {
  return db.notification.count({ where: { AND: [visibleNotifications(actor), { readAt: null }] }, take: unreadMax })
}

export type NotificationFilter = { isUnread?: boolean; cursor?: string | undefined }

/** Newest first. */
export async function listNotifications(actor: Actor, filter: NotificationFilter = {}): Promise<Page<NotificationRow>> {
  const cursor = decodeCursor(filter.cursor)
  const backwards = cursor?.direction === 'before'
  const direction = backwards ? 'asc' : 'desc'
  const rows = await db.notification.findMany({
    where: {
      AND: [visibleNotifications(actor), filter.isUnread ? { readAt: null } : {}, positionOf(cursor, backwards)],
    },
    select: notificationSelect,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: pageSize + 1,
  })
  return cutPage(rows, cursor, (row) => row.createdAt.toISOString())
}

export const countNotifications = async (actor: Actor, isUnread = false): Promise<number> =>
  db.notification.count({ where: { AND: [visibleNotifications(actor), isUnread ? { readAt: null } : {}] } })

function positionOf(cursor: ReturnType<typeof decodeCursor>, backwards: boolean): Prisma.NotificationWhereInput {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  const op = backwards ? 'gt' : 'lt'
  return { OR: [{ createdAt: { [op]: at } }, { createdAt: at, id: { [op]: cursor.id } }] }
}
