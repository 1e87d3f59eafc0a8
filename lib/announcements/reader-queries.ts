import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleEnterprises } from '@/lib/enterprises/policy'
import { addressedEnterprises, canSeeReaders } from './policy'
import type { AnnouncementDetail } from './queries'
import type { ReadersFilter } from './schema'

const readerSelect = (announcementId: string) =>
  ({
    id: true,
    name: true,
    supervisingJurisdiction: { select: { shortName: true } },
    announcementReads: {
      where: { announcementId },
      select: { at: true, user: { select: { name: true } } },
      take: 1,
    },
  }) satisfies Prisma.EnterpriseSelect

type ReaderRecord = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof readerSelect> }>

/** A firm that an announcement is addressed to, and who noted it for the firm. */
export type ReaderRow = { id: string; name: string; jurisdiction: string; at: Date | null; by: string | null }

const asRow = ({ id, name, supervisingJurisdiction, announcementReads: [read] }: ReaderRecord): ReaderRow => ({
  id,
  name,
  jurisdiction: supervisingJurisdiction.shortName,
  at: read?.at ?? null,
  by: read?.user.name ?? null,
})

/** The firms asked, but for the one that wrote it. */
const askedOf = (actor: Actor, announcement: AnnouncementDetail): Prisma.EnterpriseWhereInput => ({
  AND: [
    addressedEnterprises(announcement, actor.today),
    visibleEnterprises(actor),
    announcement.enterpriseId ? { NOT: { id: announcement.enterpriseId } } : {},
  ],
})

const noted = (announcementId: string, isNoted: boolean): Prisma.EnterpriseWhereInput => ({
  announcementReads: isNoted ? { some: { announcementId } } : { none: { announcementId } },
})

/** n of N firms have noted it, as they are addressed today; null for whoever it is no business of. */
export async function countReaders(
  actor: Actor,
  announcement: AnnouncementDetail,
): Promise<{ read: number; all: number } | null> {
  if (!canSeeReaders(actor, announcement)) return null
  const asked = askedOf(actor, announcement)
  const [read, all] = await Promise.all([
    db.enterprise.count({ where: { AND: [asked, noted(announcement.id, true)] } }),
    db.enterprise.count({ where: asked }),
  ])
  return { read, all }
}

function positionOf(cursor: Cursor | null): Prisma.EnterpriseWhereInput {
  if (!cursor || typeof cursor.value !== 'string') return {}
  const op = cursor.direction === 'before' ? 'lt' : 'gt'
  return { OR: [{ name: { [op]: cursor.value } }, { name: cursor.value, id: { [op]: cursor.id } }] }
}

export async function listReaders(
  actor: Actor,
  announcement: AnnouncementDetail,
  filter: ReadersFilter,
): Promise<Page<ReaderRow>> {
  const cursor = decodeCursor(filter.cursor)
  const order = cursor?.direction === 'before' ? 'desc' : 'asc'
  if (!canSeeReaders(actor, announcement)) return { rows: [], previous: null, next: null }
  const records = await db.enterprise.findMany({
    where: { AND: [askedOf(actor, announcement), noted(announcement.id, filter.show === 'read'), positionOf(cursor)] },
    select: readerSelect(announcement.id),
    orderBy: [{ name: order }, { id: order }],
    take: pageSize + 1,
  })
  const page = cutPage(records, cursor, (row) => row.name)
  return { ...page, rows: page.rows.map(asRow) }
}

/** All of them, those first who have not noted it, and logs that they were taken; null for whoever may not. */
export async function exportReaders(actor: Actor, announcement: AnnouncementDetail): Promise<ReaderRow[] | null> {
  if (!canSeeReaders(actor, announcement)) return null
  const records = await db.enterprise.findMany({
    where: askedOf(actor, announcement),
    select: readerSelect(announcement.id),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const rows = records.map(asRow)
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'announcement',
    subjectId: announcement.id,
    detail: { title: announcement.title, rows: rows.length },
  })
  return [...rows.filter(({ at }) => !at), ...rows.filter(({ at }) => at)]
}
