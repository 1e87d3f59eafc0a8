import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import { holdPractice } from './mutations'
import { filesMax } from './rules'
import type { PracticeFileSubject, VersionSubject } from './subject-queries'
import { dropFiles } from './withdraw-mutations'

/** Names a stored file as one of a draft's. What a yes was said to gets no more files. */
export async function addPracticeFile(
  tx: Tx,
  version: VersionSubject,
  { file, by }: { file: Received; by: { userId: string; at: Date } },
): Promise<string> {
  await holdPractice(tx, version.practice.id)
  await refuseUnlessDraft(tx, version.id)
  const kept = await tx.practiceFile.findMany({
    where: { versionId: version.id },
    select: { file: { select: { sha256: true, fileName: true } } },
  })
  const known = kept.find((each) => each.file.sha256 === file.sha256)
  if (known) throw new Refusal('FILE_ALREADY_THERE', {}, { fileName: known.file.fileName })
  refuseUnless(kept.length < filesMax, 'FILES_TOO_MANY', { max: filesMax })
  const fileId = await recordStoredFile(tx, file, { createdById: by.userId, at: by.at })
  const { id } = await tx.practiceFile.create({
    data: { versionId: version.id, fileId, createdAt: by.at },
    select: { id: true },
  })
  return id
}

export async function removePracticeFile(tx: Tx, { id, version }: PracticeFileSubject): Promise<void> {
  await holdPractice(tx, version.practice.id)
  await refuseUnlessDraft(tx, version.id)
  refuseUnless((await dropFiles(tx, { id })) === 1, 'NOT_FOUND')
}

async function refuseUnlessDraft(tx: Tx, versionId: string): Promise<void> {
  const draft = await tx.practiceVersion.findFirst({ where: { id: versionId, state: 'DRAFT' }, select: { id: true } })
  refuseUnless(draft !== null, 'PRACTICE_NOT_A_DRAFT')
}
