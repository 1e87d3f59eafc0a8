import type { Tx } from './db'
import type { Received } from './upload'

type Origin = { createdById: string | null; at?: Date }

/**
 * The row of a file whose bytes lie in the storage already; the record that it belongs to is named by whoever calls, in the
 * same transaction.
 * @returns its id
 */
export async function recordStoredFile(tx: Tx, file: Received, { createdById, at }: Origin): Promise<string> {
  const { key, fileName, mediaType, sizeBytes, sha256 } = file
  const { id } = await tx.storedFile.create({
    data: { storageKey: key, fileName, mediaType, sizeBytes, sha256, createdById, ...(at && { createdAt: at }) },
    select: { id: true },
  })
  return id
}
