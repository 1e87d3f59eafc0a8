import type { Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import type { ImportState } from '@/lib/core/prisma/enums'
import { refuseUnless } from '@/lib/core/result'
import type { Stored } from '@/lib/core/storage'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Mapping } from './schema'

export type ImportSubject = {
  id: string
  state: ImportState
  newRows: number
  changedRows: number
  file: { fileName: string }
}

const facts = ({ id, file }: Pick<ImportSubject, 'id' | 'file'>, changes: Changes): AuditFacts => ({
  subjectType: 'import',
  subjectId: id,
  subjectLabel: file.fileName,
  changes,
})

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Keeps an uploaded workbook and asks the worker to check it. */
export async function acceptWorkbook(
  tx: Tx,
  actor: Actor,
  { fileName, stored }: { fileName: string; stored: Stored },
): Promise<Outcome<{ id: string }>> {
  const { id } = await tx.import.create({
    data: {
      uploadedBy: { connect: { id: actor.userId ?? '' } },
      file: {
        create: {
          storageKey: stored.key,
          fileName,
          mediaType: workbookType,
          sizeBytes: stored.sizeBytes,
          sha256: stored.sha256,
          createdById: actor.userId,
        },
      },
    },
    select: { id: true },
  })
  await enqueue(tx, 'imports.check', { importId: id })
  return { data: { id }, record: facts({ id, file: { fileName } }, { file: [null, fileName] }) }
}

/** Checks once more under a mapping made by hand. */
export async function remapImport(tx: Tx, subject: ImportSubject, mapping: Mapping): Promise<Outcome<{ id: string }>> {
  const { count } = await tx.import.updateMany({
    where: { id: subject.id, state: { in: ['CHECKED', 'FAILED'] } },
    data: {
      state: 'UPLOADED',
      mapping,
      problem: null,
      problemParams: {},
      errorFileId: null,
      errorFileRemovedAt: null,
      handledRows: 0,
      finishedAt: null,
    },
  })
  refuseUnless(count === 1, 'IMPORT_NOT_CHECKED')
  await enqueue(tx, 'imports.check', { importId: subject.id })
  return { data: { id: subject.id }, record: facts(subject, { mapping: [null, mapping.columns] }) }
}

/** The officer has seen the preview and wants it so. The worker writes it, or comes back with a fresh preview. */
export async function confirmImport(
  tx: Tx,
  subject: ImportSubject,
  { withMemberships, joinedOn }: { withMemberships: boolean; joinedOn: Day | null },
): Promise<Outcome<{ id: string }>> {
  refuseUnless(!withMemberships || joinedOn !== null, 'JOINING_DATE_MISSING')
  const { count } = await tx.import.updateMany({
    where: { id: subject.id, state: 'CHECKED' },
    data: {
      state: 'CONFIRMING',
      step: 'WAITING',
      problem: null,
      problemParams: {},
      withMemberships,
      joinedOn: withMemberships && joinedOn ? toDate(joinedOn) : null,
    },
  })
  refuseUnless(count === 1, 'IMPORT_NOT_CHECKED')
  await enqueue(tx, 'imports.confirm', { importId: subject.id })
  const changes: Changes = {
    newRows: [null, subject.newRows],
    changedRows: [null, subject.changedRows],
    joinedOn: [null, withMemberships ? joinedOn : null],
  }
  return { data: { id: subject.id }, record: facts(subject, changes) }
}

/** Stops an import wherever it stands before it is done; what is half written is taken back with its transaction. */
export async function cancelImport(tx: Tx, subject: ImportSubject, at: Date): Promise<Outcome<null>> {
  const { count } = await tx.import.updateMany({
    where: { id: subject.id, state: { in: ['UPLOADED', 'CHECKING', 'CHECKED', 'CONFIRMING', 'FAILED'] } },
    data: { state: 'CANCELLED', step: null, finishedAt: at },
  })
  refuseUnless(count === 1, 'IMPORT_FINISHED')
  return { data: null, record: facts(subject, { state: [subject.state, 'CANCELLED'] }) }
}

/** Puts the marked workbook beside the import. */
export async function keepErrorFile(
  tx: Tx,
  id: string,
  { fileName, stored, checkedAt }: { fileName: string; stored: Stored; checkedAt: Date | null },
): Promise<void> {
  // A check that began meanwhile (columns mapped by hand) makes its own file: this one shows what is no longer so.
  const isOfThisCheck = await tx.import.count({ where: { id, checkedAt, errorFileId: null } })
  if (isOfThisCheck === 0) return
  const errorFileId = await recordStoredFile(
    tx,
    { ...stored, fileName, mediaType: workbookType },
    { createdById: null },
  )
  await tx.import.updateMany({ where: { id, checkedAt, errorFileId: null }, data: { errorFileId } })
}
