import type { Actor } from '@/lib/access/actor'
import { fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { ownAnnouncements, publicAnnouncements, readableAnnouncements } from './policy'
import { notedBy } from './queries'
import { isPinned, stateOf, type AnnouncementState } from './rules'
import type { AnnouncementFilter } from './schema'

const rowSelect = (actor: Actor) =>
  ({
    id: true,
    title: true,
    audience: true,
    authorRole: true,
    jurisdiction: { select: { name: true } },
    insurer: { select: { shortName: true } },
    enterprise: { select: { name: true } },
    publishAt: true,
    withdrawnAt: true,
    pinnedUntil: true,
    createdAt: true,
    _count: { select: { files: { where: { removedAt: null } }, reads: { where: notedBy(actor) } } },
  }) satisfies Prisma.AnnouncementSelect

type RowRecord = Prisma.AnnouncementGetPayload<{ select: ReturnType<typeof rowSelect> }>

export type AnnouncementRow = Omit<RowRecord, 'pinnedUntil' | '_count'> & {
  pinnedUntil: Day | null
  isPinned: boolean
  isNoted: boolean
  files: number
  state: AnnouncementState
}

const asRow = ({ _count, pinnedUntil, ...record }: RowRecord, actor: Actor, at: Date): AnnouncementRow => ({
  ...record,
  pinnedUntil: fromDateOrNull(pinnedUntil),
  isPinned: isPinned(fromDateOrNull(pinnedUntil), actor.today),
  isNoted: _count.reads > 0,
  files: _count.files,
  state: stateOf(record, at),
})

const pinnedOn = (day: Day): Prisma.AnnouncementWhereInput => ({ pinnedUntil: { gte: toDate(day) } })
const notPinnedOn = (day: Day): Prisma.AnnouncementWhereInput => ({
  OR: [{ pinnedUntil: null }, { pinnedUntil: { lt: toDate(day) } }],
})

const wordsMax = 6

/** What was typed as it was typed: to ILIKE `%`, `_` and `\\` would mean something. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/** Whose title holds each word of a search. */
export const announcementsTitled = (query: string): Prisma.AnnouncementWhereInput => ({
  AND: query
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, wordsMax)
    .map((word) => ({ title: { contains: literally(word), mode: 'insensitive' } })),
})

/** What the actor reads, or (show: own) what its office has written, in any state. */
const whereOf = (actor: Actor, { q, show }: AnnouncementFilter, at: Date): Prisma.AnnouncementWhereInput => ({
  AND: [
    show === 'own' ? ownAnnouncements(actor) : readableAnnouncements(actor, at),
    show === 'unread' ? unread(actor) : {},
    q ? announcementsTitled(q) : {},
  ],
})

/** Not noted yet, of others: nobody notes what the own office wrote. */
const unread = (actor: Actor): Prisma.AnnouncementWhereInput => ({
  AND: [{ reads: { none: notedBy(actor) } }, { NOT: ownAnnouncements(actor) }],
})

function positionOf(cursor: Cursor | null, field: 'publishAt' | 'createdAt'): Prisma.AnnouncementWhereInput {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  const op = cursor.direction === 'before' ? 'gt' : 'lt'
  return { OR: [{ [field]: { [op]: at } }, { [field]: at, id: { [op]: cursor.id } }] }
}

const pinnedMax = 20

/** Those that stand above the others on the first page; on it and on the next ones the rest goes by its date. */
export async function listPinned(actor: Actor, filter: AnnouncementFilter): Promise<AnnouncementRow[]> {
  if (filter.show === 'own' || filter.cursor) return []
  const at = now()
  const rows = await db.announcement.findMany({
    where: { AND: [whereOf(actor, filter, at), pinnedOn(actor.today)] },
    select: rowSelect(actor),
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    take: pinnedMax,
  })
  return rows.map((row) => asRow(row, actor, at))
}

/** Latest first; what the own office wrote by when it was begun. */
export async function listAnnouncements(actor: Actor, filter: AnnouncementFilter): Promise<Page<AnnouncementRow>> {
  const at = now()
  const cursor = decodeCursor(filter.cursor)
  const field = filter.show === 'own' ? 'createdAt' : 'publishAt'
  const order = cursor?.direction === 'before' ? 'asc' : 'desc'
  const rows = await db.announcement.findMany({
    where: {
      AND: [
        whereOf(actor, filter, at),
        filter.show === 'own' ? {} : notPinnedOn(actor.today),
        positionOf(cursor, field),
      ],
    },
    select: rowSelect(actor),
    orderBy: [{ [field]: order }, { id: order }],
    take: pageSize + 1,
  })
  const page = cutPage(rows, cursor, (row) => (row[field] ?? row.createdAt).toISOString())
  return { ...page, rows: page.rows.map((row) => asRow(row, actor, at)) }
}

export const countAnnouncements = (actor: Actor, filter: AnnouncementFilter): Promise<number> =>
  db.announcement.count({ where: whereOf(actor, filter, now()) })

/** For the home pages: pinned ones first, then the latest. */
export async function listLatest(actor: Actor, most: number): Promise<AnnouncementRow[]> {
  const at = now()
  const latest = async (where: Prisma.AnnouncementWhereInput) =>
    db.announcement.findMany({
      where: { AND: [readableAnnouncements(actor, at), where] },
      select: rowSelect(actor),
      orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
      take: most,
    })
  const [pinned, rest] = await Promise.all([latest(pinnedOn(actor.today)), latest(notPinnedOn(actor.today))])
  return [...pinned, ...rest].slice(0, most).map((row) => asRow(row, actor, at))
}

type Body = { id: string; name: string; nameEn: string }

/** The 18 bodies, for whoever addresses some of them. */
export const listJurisdictionChoices = (): Promise<Body[]> =>
  db.jurisdiction.findMany({ select: { id: true, name: true, nameEn: true }, orderBy: { sortOrder: 'asc' } })

const publicSelect = { id: true, title: true, publishAt: true, pinnedUntil: true } as const

export type PublicAnnouncement = { id: string; title: string; publishAt: Date; isPinned: boolean }

/** What everybody may read, for the public pages, pinned ones first; with the total. */
export async function listPublicAnnouncements(
  actor: Actor,
  most: number,
): Promise<{ rows: PublicAnnouncement[]; total: number }> {
  const where = publicAnnouncements(actor, now())
  const [rows, pinned, total] = await Promise.all([
    latestPublic({ AND: [where, notPinnedOn(actor.today)] }, most),
    latestPublic({ AND: [where, pinnedOn(actor.today)] }, most),
    db.announcement.count({ where }),
  ])
  return { rows: [...pinned, ...rows].slice(0, most).map((row) => asPublic(row, actor.today)), total }
}

const latestPublic = (where: Prisma.AnnouncementWhereInput, take: number) =>
  db.announcement.findMany({
    where,
    select: publicSelect,
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    take,
  })

type PublicRecord = Prisma.AnnouncementGetPayload<{ select: typeof publicSelect }>

const asPublic = ({ id, title, publishAt, pinnedUntil }: PublicRecord, today: Day): PublicAnnouncement => ({
  id,
  title,
  publishAt: publishAt ?? now(),
  isPinned: isPinned(fromDateOrNull(pinnedUntil), today),
})
