import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { removedFindingFiles, visibleFindingFiles, visibleFindings } from './policy'
import { findingSubjectSelect } from './queries'

const fileSelect = {
  id: true,
  side: true,
  file: { select: { fileName: true, sizeBytes: true } },
} satisfies Prisma.FindingFileSelect

export type FindingFileRow = Prisma.FindingFileGetPayload<{ select: typeof fileSelect }>

const removedMax = 10

/** The evidence of both sides of a finding in the order in which it came, and what the actor's own side can put back. */
export async function listFindingFiles(
  actor: Actor,
  findingId: string,
): Promise<{ files: FindingFileRow[]; removed: FindingFileRow[] }> {
  const [files, removed] = await Promise.all([
    db.findingFile.findMany({
      where: { AND: [{ findingId }, visibleFindingFiles(actor)] },
      select: fileSelect,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db.findingFile.findMany({
      where: { AND: [{ findingId }, removedFindingFiles(actor)] },
      select: fileSelect,
      orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
      take: removedMax,
    }),
  ])
  return { files, removed }
}

/** Where a finding that the actor reads is found, and what a decision about its files needs. */
export async function getFiledFinding(actor: Actor, id: string) {
  if (!isId(id)) return null
  return db.inspectionFinding.findFirst({
    where: { AND: [{ id }, visibleFindings(actor)] },
    select: {
      id: true,
      pair: {
        select: { id: true, inspectorId: true, inspectedId: true, activity: { select: { hostAllianceId: true } } },
      },
    },
  })
}

type FindingDownload = { storageKey: string; fileName: string; mediaType: string; sizeBytes: number }

/** One file, by both its ids: a file of another finding is not found through this one. */
export async function getFindingFile(actor: Actor, findingId: string, id: string): Promise<FindingDownload | null> {
  if (!isId(findingId) || !isId(id)) return null
  const row = await db.findingFile.findFirst({
    where: { AND: [{ id, findingId }, visibleFindingFiles(actor)] },
    select: { file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } } },
  })
  return row?.file ?? null
}

const subjectSelect = {
  id: true,
  side: true,
  file: { select: { fileName: true } },
  finding: { select: findingSubjectSelect },
} satisfies Prisma.FindingFileSelect

export type FindingFileSubject = Prisma.FindingFileGetPayload<{ select: typeof subjectSelect }>

/** A file that the actor sees, or could put back. */
export const findingFileSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<FindingFileSubject | null> =>
  tx.findingFile.findFirst({
    where: { AND: [{ id }, { OR: [visibleFindingFiles(actor), removedFindingFiles(actor)] }] },
    select: subjectSelect,
  })
