import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { filesMax } from '@/lib/problems/rules'

type NewFile = { adviceId: string; file: Received; createdById: string; at: Date }

/**
 * Holds the point, so that two who add at once are counted one after the other, and refuses what was verified. What waits
 * to be verified gets a new version: nobody verifies other evidence than they read. As with the to-do of a common problem.
 */
async function hold(tx: Tx, adviceId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    UPDATE guidance_advice SET version = version + CASE state WHEN 'DONE' THEN 1 ELSE 0 END
    WHERE id = ${adviceId}::uuid AND state <> 'VERIFIED' RETURNING id`
  refuseUnless(held.length === 1, 'GUIDANCE_EVIDENCE_FIXED')
}

/** Names a stored file as evidence of a point; the same bytes a second time are refused by their sum. */
export async function addAdviceFile(tx: Tx, { adviceId, file, createdById, at }: NewFile): Promise<string> {
  await hold(tx, adviceId)
  const known = await tx.adviceFile.findFirst({
    where: { adviceId, removedAt: null, file: { sha256: file.sha256, sizeBytes: file.sizeBytes } },
    select: { file: { select: { fileName: true } } },
  })
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  await refuseWhenFull(tx, adviceId, filesMax)
  const fileId = await recordStoredFile(tx, file, { createdById, at })
  const { id } = await tx.adviceFile.create({ data: { adviceId, fileId, createdAt: at }, select: { id: true } })
  return id
}

type Kept = { id: string; adviceId: string }

/** Takes a file away; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeAdviceFile(tx: Tx, { id, adviceId, at }: Kept & { at: Date }): Promise<boolean> {
  await hold(tx, adviceId)
  const { count } = await tx.adviceFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

/** Puts it back. False: it was there all the time. */
export async function restoreAdviceFile(tx: Tx, { id, adviceId }: Kept): Promise<boolean> {
  await hold(tx, adviceId)
  const { count } = await tx.adviceFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  if (count === 1) await refuseWhenFull(tx, adviceId, filesMax + 1)
  return count === 1
}

async function refuseWhenFull(tx: Tx, adviceId: string, limit: number): Promise<void> {
  const kept = await tx.adviceFile.count({ where: { adviceId, removedAt: null } })
  refuseUnless(kept < limit, 'FILES_TOO_MANY', { max: filesMax })
}
