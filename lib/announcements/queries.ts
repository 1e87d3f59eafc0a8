import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import { fromDateOrNull, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import {
  canSeeReaders,
  publicAnnouncements,
  removedAnnouncementFiles,
  visibleAnnouncementFiles,
  visibleAnnouncements,
} from './policy'
import { stateOf, type AnnouncementState } from './rules'

const fileSelect = {
  id: true,
  createdAt: true,
  file: { select: { fileName: true, sizeBytes: true } },
} satisfies Prisma.AnnouncementFileSelect

export type AnnouncementFileRow = Prisma.AnnouncementFileGetPayload<{ select: typeof fileSelect }>

const announcementSelect = {
  id: true,
  title: true,
  body: true,
  audience: true,
  authorRole: true,
  jurisdictionId: true,
  insurerId: true,
  enterpriseId: true,
  jurisdiction: { select: { name: true } },
  insurer: { select: { name: true } },
  enterprise: { select: { name: true } },
  publishAt: true,
  withdrawnAt: true,
  withdrawReason: true,
  pinnedUntil: true,
  toldAt: true,
  version: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  addressees: {
    select: {
      jurisdictionId: true,
      allianceId: true,
      jurisdiction: { select: { name: true, nameEn: true } },
      alliance: { select: { name: true, nameEn: true } },
    },
    orderBy: [{ jurisdiction: { sortOrder: 'asc' } }, { alliance: { sortOrder: 'asc' } }],
  },
  files: { where: { removedAt: null }, select: fileSelect, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.AnnouncementSelect

type AnnouncementRecord = Prisma.AnnouncementGetPayload<{ select: typeof announcementSelect }>

export type AnnouncementDetail = Omit<AnnouncementRecord, 'pinnedUntil'> & {
  pinnedUntil: Day | null
  state: AnnouncementState
}

const asDetail = (record: AnnouncementRecord, at: Date): AnnouncementDetail => ({
  ...record,
  pinnedUntil: fromDateOrNull(record.pinnedUntil),
  state: stateOf(record, at),
})

export async function getAnnouncement(actor: Actor, id: string): Promise<AnnouncementDetail | null> {
  if (!isId(id)) return null
  const at = now()
  const record = await db.announcement.findFirst({
    where: { AND: [{ id }, visibleAnnouncements(actor, at)] },
    select: announcementSelect,
  })
  return record && asDetail(record, at)
}

/** A public announcement, for whoever asks, signed in or not. */
export async function getPublicAnnouncement(actor: Actor, id: string): Promise<AnnouncementDetail | null> {
  if (!isId(id)) return null
  const at = now()
  const record = await db.announcement.findFirst({
    where: { AND: [{ id }, publicAnnouncements(actor, at)] },
    select: announcementSelect,
  })
  return record && asDetail(record, at)
}

/** Who noted it for the firm whose hat is worn, or that the person did. */
export async function getOwnNote(actor: Actor, announcementId: string): Promise<{ at: Date; name: string } | null> {
  if (!isSignedIn(actor)) return null
  const read = await db.announcementRead.findFirst({
    where: { AND: [{ announcementId }, notedBy(actor)] },
    select: { at: true, user: { select: { name: true } } },
  })
  return read && { at: read.at, name: read.user.name }
}

/** The notes that count for the actor: its firm's, or else its own. */
export function notedBy(actor: Actor): Prisma.AnnouncementReadWhereInput {
  if (actor.hat.kind === 'ENTERPRISE') return { enterpriseId: actor.hat.enterpriseId }
  return actor.userId ? { userId: actor.userId, enterpriseId: null } : nothing
}

type AnnouncementFile = { storageKey: string; fileName: string; mediaType: string; sizeBytes: number }

export async function getAnnouncementFile(
  actor: Actor,
  announcementId: string,
  fileId: string,
): Promise<AnnouncementFile | null> {
  if (!isId(announcementId) || !isId(fileId)) return null
  const row = await db.announcementFile.findFirst({
    where: { AND: [{ id: fileId, announcementId }, visibleAnnouncementFiles(actor, now())] },
    select: { file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } } },
  })
  return row?.file ?? null
}

const removedMax = 10

/** What the author's office can put back. */
export async function listRemovedFiles(actor: Actor, announcement: AnnouncementDetail): Promise<AnnouncementFileRow[]> {
  if (!canSeeReaders(actor, announcement)) return []
  return db.announcementFile.findMany({
    where: { AND: [{ announcementId: announcement.id }, removedAnnouncementFiles(actor)] },
    select: fileSelect,
    orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
    take: removedMax,
  })
}

/** Those of the named announcements that the actor sees, for what notifications lead to. */
export async function listSeenAnnouncementIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const seen = await db.announcement.findMany({
    where: { AND: [{ id: { in: ids } }, visibleAnnouncements(actor, now())] },
    select: { id: true },
  })
  return seen.map(({ id }) => id)
}
