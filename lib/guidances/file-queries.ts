import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { removedAdviceFiles, visibleAdviceFiles, visibleGuidances } from './policy'
import { adviceSubjectSelect } from './queries'

const fileSelect = {
  id: true,
  file: { select: { fileName: true, sizeBytes: true } },
} satisfies Prisma.AdviceFileSelect

export type AdviceFileRow = Prisma.AdviceFileGetPayload<{ select: typeof fileSelect }>

const removedMax = 10

/** The evidence of a point in the order in which it came, and what its enterprise can put back. */
export async function listAdviceFiles(
  actor: Actor,
  adviceId: string,
): Promise<{ files: AdviceFileRow[]; removed: AdviceFileRow[] }> {
  const [files, removed] = await Promise.all([
    db.adviceFile.findMany({
      where: { AND: [{ adviceId }, visibleAdviceFiles(actor)] },
      select: fileSelect,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db.adviceFile.findMany({
      where: { AND: [{ adviceId }, removedAdviceFiles(actor)] },
      select: fileSelect,
      orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
      take: removedMax,
    }),
  ])
  return { files, removed }
}

/** Where a point that the actor reads is found, and what a decision about its files needs. */
export async function getFiledAdvice(actor: Actor, id: string) {
  if (!isId(id)) return null
  return db.guidanceAdvice.findFirst({
    where: { AND: [{ id }, { request: visibleGuidances(actor) }] },
    select: {
      id: true,
      request: {
        select: {
          id: true,
          state: true,
          enterpriseId: true,
          organiserAllianceId: true,
          enterprise: { select: { supervisingJurisdictionId: true } },
        },
      },
    },
  })
}

type AdviceDownload = { storageKey: string; fileName: string; mediaType: string; sizeBytes: number }

/** One file, by both its ids: a file of another point is not found through this one. */
export async function getAdviceFile(actor: Actor, adviceId: string, id: string): Promise<AdviceDownload | null> {
  if (!isId(adviceId) || !isId(id)) return null
  const row = await db.adviceFile.findFirst({
    where: { AND: [{ id, adviceId }, visibleAdviceFiles(actor)] },
    select: { file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } } },
  })
  return row?.file ?? null
}

const subjectSelect = {
  id: true,
  file: { select: { fileName: true } },
  advice: { select: adviceSubjectSelect },
} satisfies Prisma.AdviceFileSelect

export type AdviceFileSubject = Prisma.AdviceFileGetPayload<{ select: typeof subjectSelect }>

/** A file that the actor sees, or could put back. */
export const adviceFileSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<AdviceFileSubject | null> =>
  tx.adviceFile.findFirst({
    where: { AND: [{ id }, { OR: [visibleAdviceFiles(actor), removedAdviceFiles(actor)] }] },
    select: subjectSelect,
  })
