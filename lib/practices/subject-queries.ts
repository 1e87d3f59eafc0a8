import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visiblePracticeFiles, visiblePractices, visibleVersions } from './policy'

const practiceSelect = {
  id: true,
  enterpriseId: true,
  allianceId: true,
  shareClass: true,
  currentVersionId: true,
  publicVersionId: true,
  enterprise: { select: { name: true } },
} satisfies Prisma.PracticeSelect

const versionSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  subjects: true,
  area: true,
  content: true,
  shareClass: true,
  authorId: true,
  consent: { select: { byId: true } },
  practice: { select: practiceSelect },
} satisfies Prisma.PracticeVersionSelect

export type PracticeSubject = Prisma.PracticeGetPayload<{ select: typeof practiceSelect }>
export type VersionSubject = Prisma.PracticeVersionGetPayload<{ select: typeof versionSelect }>

export const practiceSubject = (tx: Tx, actor: Actor, { practiceId }: { practiceId: string }) =>
  tx.practice.findFirst({ where: { AND: [{ id: practiceId }, visiblePractices(actor)] }, select: practiceSelect })

export const versionSubject = (tx: Tx, actor: Actor, { versionId }: { versionId: string }) =>
  tx.practiceVersion.findFirst({ where: { AND: [{ id: versionId }, visibleVersions(actor)] }, select: versionSelect })

const fileSelect = {
  id: true,
  fileId: true,
  version: { select: { id: true, number: true, practice: { select: practiceSelect } } },
} satisfies Prisma.PracticeFileSelect

export type PracticeFileSubject = Prisma.PracticeFileGetPayload<{ select: typeof fileSelect }>

export const practiceFileSubject = (tx: Tx, actor: Actor, { fileId }: { fileId: string }) =>
  tx.practiceFile.findFirst({ where: { AND: [{ id: fileId }, visiblePracticeFiles(actor)] }, select: fileSelect })

/** The alliance that a new practice is to be written in: one of the enterprise's own of today. */
export async function startSubject(tx: Tx, actor: Actor, { allianceId }: { allianceId: string }) {
  if (actor.hat.kind !== 'ENTERPRISE') return null
  const enterprise = await tx.enterprise.findUnique({
    where: { id: actor.hat.enterpriseId },
    select: { id: true, name: true },
  })
  return enterprise && { allianceId, enterpriseId: enterprise.id, enterprise: enterprise.name }
}
