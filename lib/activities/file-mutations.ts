import type { Tx } from '@/lib/core/db'
import type { ActivityFileKind } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { lockActivity } from '@/lib/places/room-mutations'
import { filesMax, isHeld } from './rules'

type NewFile = { activityId: string; kind: ActivityFileKind; file: Received; createdById: string; at: Date }

/**
 * Names a stored file as one of the activity's. A key that is named already is refused by its unique index; the same
 * bytes a second time, such as after an answer that got lost, are refused by their sum.
 */
export async function addActivityFile(tx: Tx, { activityId, kind, file, createdById, at }: NewFile): Promise<string> {
  const activity = await lockActivity(tx, activityId)
  refuseUnless(kind !== 'MINUTES' || isHeld(activity), 'MINUTES_BEFORE_HELD')
  const known = await tx.activityFile.findFirst({
    where: { activityId, removedAt: null, kind, file: { sha256: file.sha256, sizeBytes: file.sizeBytes } },
    select: { file: { select: { fileName: true } } },
  })
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  await refuseWhenFull(tx, activityId)
  const fileId = await recordStoredFile(tx, file, { createdById, at })
  const { id } = await tx.activityFile.create({
    data: { activityId, fileId, kind, createdAt: at },
    select: { id: true },
  })
  return id
}

/** Takes a file from the activity; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeActivityFile(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.activityFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

/** Puts it back. False: it was there all the time. */
export async function restoreActivityFile(
  tx: Tx,
  { id, activityId }: { id: string; activityId: string },
): Promise<boolean> {
  await lockActivity(tx, activityId)
  const { count } = await tx.activityFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  if (count === 1) await refuseWhenFull(tx, activityId, filesMax + 1)
  return count === 1
}

/** Under the lock of the activity, so that two who add at once are counted one after the other. */
async function refuseWhenFull(tx: Tx, activityId: string, limit = filesMax): Promise<void> {
  const kept = await tx.activityFile.count({ where: { activityId, removedAt: null } })
  refuseUnless(kept < limit, 'FILES_TOO_MANY', { max: filesMax })
}
