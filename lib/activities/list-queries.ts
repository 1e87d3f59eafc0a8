import type { Actor } from '@/lib/access/actor'
import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { isForwards, type ActivityFilter } from './filter-rules'
import { visibleActivities } from './policy'

const activityRowSelect = {
  id: true,
  kind: true,
  state: true,
  mode: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  capacity: true,
  placesTaken: true,
  hostAllianceId: true,
  alliances: { select: { allianceId: true } },
} satisfies Prisma.ActivitySelect

export type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof activityRowSelect }>

function periodWhere({ period, from, to }: ActivityFilter): Prisma.ActivityWhereInput[] {
  const at = now()
  return [
    period === 'upcoming' ? { endsAt: { gt: at }, state: { notIn: ['CLOSED', 'CANCELLED'] } } : {},
    period === 'past' ? { endsAt: { lte: at } } : {},
    from ? { startsAt: { gte: startOfDay(from) } } : {},
    to ? { startsAt: { lt: startOfDay(plusDays(to, 1)) } } : {},
  ]
}

/** What was typed as it was typed: to ILIKE `%`, `_` and `\\` would mean something. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

const wordsMax = 6

/** Whose title holds each word of a search. */
export const titledLike = (query: string): Prisma.ActivityWhereInput => ({
  AND: query
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, wordsMax)
    .map((word) => ({ title: { contains: literally(word), mode: 'insensitive' } })),
})

const whereOf = (actor: Actor, filter: ActivityFilter): Prisma.ActivityWhereInput => ({
  AND: [
    visibleActivities(actor),
    ...periodWhere(filter),
    filter.kind ? { kind: filter.kind } : {},
    filter.state ? { state: filter.state } : {},
    filter.alliance ? { alliances: { some: { alliance: { slug: filter.alliance } } } } : {},
    filter.q ? titledLike(filter.q) : {},
    filter.owesMinutes ? owingMinutes : {},
  ],
})

/** Held, and nothing written or uploaded about what was said. */
export const owingMinutes: Prisma.ActivityWhereInput = {
  state: 'HELD',
  minutes: '',
  files: { none: { kind: 'MINUTES', removedAt: null } },
}

function positionOf(cursor: Cursor | null, isRising: boolean): Prisma.ActivityWhereInput {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  const beyond = isRising ? { gt: at } : { lt: at }
  const beyondId = isRising ? { gt: cursor.id } : { lt: cursor.id }
  return { OR: [{ startsAt: beyond }, { startsAt: at, id: beyondId }] }
}

/** What is to come, soonest first; everything else latest first. */
export async function listActivities(
  actor: Actor,
  filter: ActivityFilter,
  position?: string,
): Promise<Page<ActivityRow>> {
  const cursor = decodeCursor(position)
  const isRising = isForwards(filter) !== (cursor?.direction === 'before')
  const order = isRising ? 'asc' : 'desc'
  const rows = await db.activity.findMany({
    where: { AND: [whereOf(actor, filter), positionOf(cursor, isRising)] },
    select: activityRowSelect,
    orderBy: [{ startsAt: order }, { id: order }],
    take: pageSize + 1,
  })
  return cutPage(rows, cursor, (row) => row.startsAt.toISOString())
}

export const countActivities = (actor: Actor, filter: ActivityFilter): Promise<number> =>
  db.activity.count({ where: whereOf(actor, filter) })

/** From a day on for so many days, soonest first: today and this week of whoever runs them. */
export const listActivitiesOfDays = (actor: Actor, from: Day, days: number): Promise<ActivityRow[]> =>
  db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { startsAt: { gte: startOfDay(from), lt: startOfDay(plusDays(from, days)) }, state: { not: 'CANCELLED' } },
      ],
    },
    select: activityRowSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: pageSize,
  })

/** The alliances that a list of activities may name, in the order of the notice. */
export const listActivityAlliances = () =>
  db.alliance.findMany({
    select: { id: true, slug: true, name: true, nameEn: true, shortName: true, sortOrder: true },
    orderBy: { sortOrder: 'asc' },
  })
