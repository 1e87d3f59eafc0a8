import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { filesMax } from './rules'

type NewFile = { announcementId: string; file: Received; createdById: string; at: Date }

/** Stands in line for the announcement, so that two who add at once are counted one after the other. */
async function lock(tx: Tx, announcementId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ withdrawn: boolean }[]>`
    SELECT withdrawn_at IS NOT NULL AS withdrawn FROM announcements WHERE id = ${announcementId}::uuid FOR UPDATE`
  refuseUnless(row !== undefined && !row.withdrawn, 'ANNOUNCEMENT_WITHDRAWN')
}

/** Names a stored file as one of the announcement's; the same bytes a second time are refused by their sum. */
export async function addAnnouncementFile(tx: Tx, { announcementId, file, createdById, at }: NewFile): Promise<string> {
  await lock(tx, announcementId)
  const known = await tx.announcementFile.findFirst({
    where: { announcementId, removedAt: null, file: { sha256: file.sha256, sizeBytes: file.sizeBytes } },
    select: { file: { select: { fileName: true } } },
  })
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  await refuseWhenFull(tx, announcementId, filesMax)
  const fileId = await recordStoredFile(tx, file, { createdById, at })
  const { id } = await tx.announcementFile.create({
    data: { announcementId, fileId, createdAt: at },
    select: { id: true },
  })
  return id
}

/** Takes a file away; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeAnnouncementFile(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.announcementFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

/** Puts it back. False: it was there all the time. */
export async function restoreAnnouncementFile(
  tx: Tx,
  { id, announcementId }: { id: string; announcementId: string },
): Promise<boolean> {
  await lock(tx, announcementId)
  const { count } = await tx.announcementFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  if (count === 1) await refuseWhenFull(tx, announcementId, filesMax + 1)
  return count === 1
}

async function refuseWhenFull(tx: Tx, announcementId: string, limit: number): Promise<void> {
  const kept = await tx.announcementFile.count({ where: { announcementId, removedAt: null } })
  refuseUnless(kept < limit, 'FILES_TOO_MANY', { max: filesMax })
}
