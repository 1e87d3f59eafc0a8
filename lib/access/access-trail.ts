import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Actor } from './actor'
import { visibleAccessEvents } from './policy'
import type { AccessFilter } from './schema'
import { beyond, isBackwards, sharedWhere } from './trail-where'

const accessSelect = {
  id: true,
  at: true,
  actorId: true,
  actorName: true,
  actorHat: true,
  kind: true,
  subjectType: true,
  subjectId: true,
  detail: true,
} satisfies Prisma.AccessEventSelect

type AccessRecord = Prisma.AccessEventGetPayload<{ select: typeof accessSelect }>

export type AccessRow = Omit<AccessRecord, 'detail'> & {
  detail: Record<string, unknown>
  /** What it is called today; empty where it has no name. */
  subjectLabel: string
}

const whereOf = (actor: Actor, { kind, ...filter }: AccessFilter): Prisma.AccessEventWhereInput => ({
  AND: [visibleAccessEvents(actor), ...sharedWhere(filter), kind ? { kind } : {}],
})

/** The access log, newest first, with its true total. */
export async function listAccessEvents(
  actor: Actor,
  filter: AccessFilter,
): Promise<Page<AccessRow> & { total: number }> {
  const where = whereOf(actor, filter)
  const cursor = decodeCursor(filter.cursor)
  const order = isBackwards(cursor) ? 'asc' : 'desc'
  const [read, total] = await Promise.all([
    db.accessEvent.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: accessSelect,
      orderBy: [{ at: order }, { id: order }],
      take: pageSize + 1,
    }),
    db.accessEvent.count({ where }),
  ])
  const { rows, ...page } = cutPage(read, cursor, ({ at }) => at.toISOString())
  return { ...page, rows: await asRows(rows), total }
}

async function asRows(records: AccessRecord[]): Promise<AccessRow[]> {
  const idsOf = (type: string) => ({
    in: [...new Set(records.flatMap((row) => (row.subjectType === type ? [row.subjectId ?? ''] : [])).filter(isId))],
  })
  const select = { id: true, name: true }
  const [enterprises, users, activities] = await Promise.all([
    db.enterprise.findMany({ where: { id: idsOf('enterprise') }, select }),
    db.user.findMany({ where: { id: idsOf('user') }, select }),
    db.activity.findMany({ where: { id: idsOf('activity') }, select: { id: true, title: true } }),
  ])
  const names = new Map([
    ...[...enterprises, ...users].map(({ id, name }) => [id, name] as const),
    ...activities.map(({ id, title }) => [id, title] as const),
  ])
  return records.map(({ detail, ...record }) => ({
    ...record,
    detail: typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {},
    subjectLabel: names.get(record.subjectId ?? '') ?? '',
  }))
}
