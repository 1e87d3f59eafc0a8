import { isSignedIn, type Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { startOfDay } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import {
  canSeeAdopters,
  canSeePracticeReaders,
  visiblePracticeFiles,
  visiblePractices,
  visibleTombstones,
  visibleVersions,
} from './policy'
import { contentOf } from './schema'

const practiceSelect = {
  id: true,
  enterpriseId: true,
  allianceId: true,
  shareClass: true,
  currentVersionId: true,
  publicVersionId: true,
  publishedAt: true,
  madePublicAt: true,
  adoptedCount: true,
  enterprise: { select: { name: true } },
  alliance: { select: { slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
} satisfies Prisma.PracticeSelect

const versionSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  content: true,
  subjects: true,
  area: true,
  shareClass: true,
  revision: true,
  authorId: true,
  savedAt: true,
  handedInAt: true,
  author: { select: { name: true } },
  consent: { select: { byId: true, mandate: true, shareClass: true, at: true, by: { select: { name: true } } } },
  review: { select: { verdict: true, comments: true, at: true, by: { select: { name: true } } } },
  files: {
    select: { id: true, file: { select: { fileName: true, sizeBytes: true } } },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.PracticeVersionSelect

type VersionRecord = Prisma.PracticeVersionGetPayload<{ select: typeof versionSelect }>

export type PracticeVersionView = Omit<VersionRecord, 'content'> & { content: ReturnType<typeof contentOf> }

export type PracticeView = Prisma.PracticeGetPayload<{ select: typeof practiceSelect }> & {
  /** What the actor reads of it, the latest first. */
  versions: PracticeVersionView[]
}

/** A practice with the versions that the actor reads; null where there is none to read. */
export async function getPractice(actor: Actor, id: string): Promise<PracticeView | null> {
  if (!isId(id)) return null
  const [practice, versions] = await Promise.all([
    db.practice.findFirst({ where: { AND: [{ id }, visiblePractices(actor)] }, select: practiceSelect }),
    db.practiceVersion.findMany({
      where: { AND: [{ practiceId: id }, visibleVersions(actor)] },
      select: versionSelect,
      orderBy: { number: 'desc' },
    }),
  ])
  if (!practice || versions.length === 0) return null
  return { ...practice, versions: versions.map((version) => ({ ...version, content: contentOf(version.content) })) }
}

export type Tombstone = { withdrawnAt: Date; reason: string }

/** That a practice was here, and when it went: for whoever could read it. The reason is the owner's to read. */
export async function getTombstone(actor: Actor, id: string): Promise<Tombstone | null> {
  if (!isId(id)) return null
  const row = await db.practice.findFirst({
    where: { AND: [{ id }, visibleTombstones(actor)] },
    select: { withdrawnAt: true, withdrawReason: true, enterpriseId: true },
  })
  if (!row?.withdrawnAt) return null
  return { withdrawnAt: row.withdrawnAt, reason: canSeePracticeReaders(actor, row) ? row.withdrawReason : '' }
}

export async function getPracticeFile(actor: Actor, practiceId: string, fileId: string) {
  if (!isId(practiceId) || !isId(fileId)) return null
  const row = await db.practiceFile.findFirst({
    where: { AND: [{ id: fileId, version: { practiceId } }, visiblePracticeFiles(actor)] },
    select: {
      version: { select: { number: true, practice: { select: { enterpriseId: true } } } },
      file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } },
    },
  })
  if (row)
    await noteReading(
      actor,
      { id: practiceId, enterpriseId: row.version.practice.enterpriseId },
      'TAKE_PRACTICE_FILE',
      row.version.number,
    )
  return row?.file ?? null
}

type ReadingKind = 'READ_PRACTICE' | 'TAKE_PRACTICE_FILE'

/**
 * Notes in the access log that somebody of another office opened a version, once a day: the owner is told who (四(二)). The
 * note names no title and no file, so that nothing of the text outlives a withdrawal in it.
 */
export async function noteReading(
  actor: Actor,
  practice: { id: string; enterpriseId: string },
  kind: ReadingKind,
  versionNumber: number,
): Promise<void> {
  if (!isSignedIn(actor) || canSeePracticeReaders(actor, practice)) return
  const known = await db.accessEvent.findFirst({
    where: {
      kind,
      subjectType: 'practice',
      subjectId: practice.id,
      actorId: actor.userId,
      at: { gte: startOfDay(actor.today) },
      detail: { path: ['versionNumber'], equals: versionNumber },
    },
    select: { id: true },
  })
  if (known) return
  await recordAccess(db, actor, { kind, subjectType: 'practice', subjectId: practice.id, detail: { versionNumber } })
}

export type PracticeReader = {
  id: string
  at: Date
  actorName: string
  actorHat: string
  kind: string
  version: number
}

const readersMax = 200

/** Who opened it, latest first: for the owner alone. */
export async function listPracticeReaders(
  actor: Actor,
  practice: { id: string; enterpriseId: string },
): Promise<{ rows: PracticeReader[]; total: number }> {
  if (!canSeePracticeReaders(actor, practice)) return { rows: [], total: 0 }
  const where = {
    subjectType: 'practice',
    subjectId: practice.id,
    kind: { in: ['READ_PRACTICE', 'TAKE_PRACTICE_FILE'] },
  }
  const [rows, total] = await Promise.all([
    db.accessEvent.findMany({
      where,
      select: { id: true, at: true, actorName: true, actorHat: true, kind: true, detail: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: readersMax,
    }),
    db.accessEvent.count({ where }),
  ])
  const numberIn = (detail: unknown) => Number((detail as { versionNumber?: unknown } | null)?.versionNumber ?? 0)
  return { rows: rows.map(({ detail, ...row }) => ({ ...row, version: numberIn(detail) })), total }
}

const adoptionSelect = {
  id: true,
  enterpriseId: true,
  outcome: true,
  adoptedAt: true,
  enterprise: { select: { name: true } },
} satisfies Prisma.AdoptionSelect

export type AdoptionRow = Prisma.AdoptionGetPayload<{ select: typeof adoptionSelect }>

const adoptersMax = 100

/** Who uses it, and what came of it. */
export async function listAdoptions(actor: Actor, practiceId: string): Promise<AdoptionRow[]> {
  if (!canSeeAdopters(actor)) return []
  return db.adoption.findMany({
    where: { practiceId, endedAt: null, practice: visiblePractices(actor) },
    select: adoptionSelect,
    orderBy: [{ adoptedAt: 'desc' }, { id: 'desc' }],
    take: adoptersMax,
  })
}

/** The alliances that the actor's enterprise may write a practice in. */
export async function listOwnAlliances(actor: Actor) {
  const { hat } = actor
  if (hat.kind !== 'ENTERPRISE') return []
  return db.alliance.findMany({
    where: { id: { in: hat.allianceIds } },
    select: { id: true, name: true, nameEn: true },
    orderBy: { sortOrder: 'asc' },
  })
}
