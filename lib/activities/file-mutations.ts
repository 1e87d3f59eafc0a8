import type { Tx } from '@/lib/core/db'
import type { ActivityFileKind } from '@/lib/core/prisma/enums'
import { Refusal } from '@/lib/core/result'
import type { Received } from '@/lib/core/upload'
import { filesMax } from './rules'

type NewFile = { activityId: string; kind: ActivityFileKind; file: Received; createdById: string; at: Date }

/** Names a stored file as one of the activity's. A key that is named already is refused by its unique index. */
export async function addActivityFile(tx: Tx, { activityId, kind, file, createdById, at }: NewFile): Promise<string> {
  const kept = await tx.activityFile.count({ where: { activityId, removedAt: null } })
  if (kept >= filesMax) throw new Refusal('FILES_TOO_MANY', {}, { max: filesMax })
  const stored = await tx.storedFile.create({
    data: {
      storageKey: file.key,
      fileName: file.fileName,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      createdById,
      createdAt: at,
    },
    select: { id: true },
  })
  const { id } = await tx.activityFile.create({
    data: { activityId, fileId: stored.id, kind, createdAt: at },
    select: { id: true },
  })
  return id
}

/** Takes a file from the activity; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeActivityFile(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.activityFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

export async function restoreActivityFile(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.activityFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  return count === 1
}
