import type { Tx } from '@/lib/core/db'
import type { FindingSide } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { filesMax } from '@/lib/problems/rules'

type OfSide = { findingId: string; side: FindingSide }
type NewFile = OfSide & { file: Received; createdById: string; at: Date }

/**
 * Holds the finding, so that two who add at once are counted one after the other, and refuses what is closed or taken back.
 * What waits to be confirmed gets a new version: nobody confirms other evidence than they read. As with expert advice.
 */
async function hold(tx: Tx, findingId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    UPDATE inspection_findings SET version = version + CASE state WHEN 'FIXED' THEN 1 ELSE 0 END
    WHERE id = ${findingId}::uuid AND state NOT IN ('CLOSED', 'WITHDRAWN') RETURNING id`
  refuseUnless(held.length === 1, 'FINDING_EVIDENCE_FIXED')
}

/** Names a stored file as evidence of one side; the same bytes a second time are refused by their sum. */
export async function addFindingFile(tx: Tx, { findingId, side, file, createdById, at }: NewFile): Promise<string> {
  await hold(tx, findingId)
  const known = await tx.findingFile.findFirst({
    where: { findingId, side, removedAt: null, file: { sha256: file.sha256, sizeBytes: file.sizeBytes } },
    select: { file: { select: { fileName: true } } },
  })
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  await refuseWhenFull(tx, { findingId, side }, filesMax)
  const fileId = await recordStoredFile(tx, file, { createdById, at })
  const data = { findingId, side, fileId, createdAt: at }
  const { id } = await tx.findingFile.create({ data, select: { id: true } })
  return id
}

type Kept = OfSide & { id: string }

/** Takes a file away; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeFindingFile(tx: Tx, { id, findingId, at }: Kept & { at: Date }): Promise<boolean> {
  await hold(tx, findingId)
  const { count } = await tx.findingFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

/** Puts it back. False: it was there all the time. */
export async function restoreFindingFile(tx: Tx, { id, findingId, side }: Kept): Promise<boolean> {
  await hold(tx, findingId)
  const { count } = await tx.findingFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  if (count === 1) await refuseWhenFull(tx, { findingId, side }, filesMax + 1)
  return count === 1
}

async function refuseWhenFull(tx: Tx, ofSide: OfSide, limit: number): Promise<void> {
  const kept = await tx.findingFile.count({ where: { ...ofSide, removedAt: null } })
  refuseUnless(kept < limit, 'FILES_TOO_MANY', { max: filesMax })
}
