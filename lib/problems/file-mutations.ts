import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { filesMax } from './rules'

type NewFile = { todoId: string; file: Received; createdById: string; at: Date }

/**
 * Holds the to-do, so that two who add at once are counted one after the other, and refuses what was verified or
 * withdrawn. What waits to be verified gets a new version: nobody verifies other evidence than they read.
 */
async function hold(tx: Tx, todoId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    UPDATE problem_todos t SET version = t.version + CASE t.state WHEN 'DONE' THEN 1 ELSE 0 END
    FROM problems p WHERE p.id = t.problem_id AND p.state = 'SENT' AND t.id = ${todoId}::uuid AND t.state <> 'VERIFIED'
    RETURNING t.id`
  refuseUnless(held.length === 1, 'PROBLEM_EVIDENCE_FIXED')
}

/** Names a stored file as evidence of a to-do; the same bytes a second time are refused by their sum. */
export async function addTodoFile(tx: Tx, { todoId, file, createdById, at }: NewFile): Promise<string> {
  await hold(tx, todoId)
  const known = await tx.todoFile.findFirst({
    where: { todoId, removedAt: null, file: { sha256: file.sha256, sizeBytes: file.sizeBytes } },
    select: { file: { select: { fileName: true } } },
  })
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  await refuseWhenFull(tx, todoId, filesMax)
  const fileId = await recordStoredFile(tx, file, { createdById, at })
  const { id } = await tx.todoFile.create({ data: { todoId, fileId, createdAt: at }, select: { id: true } })
  return id
}

type Kept = { id: string; todoId: string }

/** Takes a file away; its bytes stay, so that it can be put back. False: it was taken already. */
export async function removeTodoFile(tx: Tx, { id, todoId, at }: Kept & { at: Date }): Promise<boolean> {
  await hold(tx, todoId)
  const { count } = await tx.todoFile.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  return count === 1
}

/** Puts it back. False: it was there all the time. */
export async function restoreTodoFile(tx: Tx, { id, todoId }: Kept): Promise<boolean> {
  await hold(tx, todoId)
  const { count } = await tx.todoFile.updateMany({
    where: { id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  if (count === 1) await refuseWhenFull(tx, todoId, filesMax + 1)
  return count === 1
}

async function refuseWhenFull(tx: Tx, todoId: string, limit: number): Promise<void> {
  const kept = await tx.todoFile.count({ where: { todoId, removedAt: null } })
  refuseUnless(kept < limit, 'FILES_TOO_MANY', { max: filesMax })
}
