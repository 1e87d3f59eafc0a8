import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import {
  emptyContent,
  missingOf,
  type shareClasses,
  widerThan,
  type PracticeContent,
  type PracticeDraft,
} from './rules'
import { contentOf, type ConsentPracticeInput, type ReviewPracticeInput, type SavePracticeInput } from './schema'
import type { PracticeSubject, VersionSubject } from './subject-queries'

type By = { userId: string; at: Date }

/**
 * The trail names a practice by its owner: a title would outlive the withdrawal in it, and nobody can take it out of there.
 */
export const practiceFacts = (
  practice: Pick<PracticeSubject, 'id' | 'enterprise'>,
  changes: Changes = {},
): AuditFacts => ({
  subjectType: 'practice',
  subjectId: practice.id,
  subjectLabel: practice.enterprise.name,
  changes,
})

const asJson = (content: PracticeContent) => content as unknown as Prisma.InputJsonObject

/**
 * Takes the practice in hand, so that whatever else is done to it waits; refuses where it was withdrawn meanwhile. Every
 * write that adds text, files or readers begins with it.
 */
export async function holdPractice(tx: Tx, practiceId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM practices WHERE id = ${practiceId}::uuid AND withdrawn_at IS NULL FOR NO KEY UPDATE`
  refuseUnless(rows.length === 1, 'PRACTICE_WITHDRAWN')
}

export async function startPractice(
  tx: Tx,
  owner: { enterpriseId: string; enterprise: string; allianceId: string },
  { title, by }: { title: string; by: By },
): Promise<Outcome<{ practiceId: string }>> {
  const { id } = await tx.practice.create({
    data: {
      enterpriseId: owner.enterpriseId,
      allianceId: owner.allianceId,
      createdById: by.userId,
      createdAt: by.at,
      versions: {
        create: {
          number: 1,
          title,
          content: asJson(emptyContent),
          authorId: by.userId,
          createdAt: by.at,
          savedAt: by.at,
        },
      },
    },
    select: { id: true },
  })
  return { data: { practiceId: id }, record: practiceFacts({ id, enterprise: { name: owner.enterprise } }) }
}

/** Saves the draft as it stands, finished or not. Whoever saves second is told, and keeps what was typed. */
export async function savePractice(
  tx: Tx,
  version: VersionSubject,
  { revision, title, subjects, area, content }: Omit<SavePracticeInput, 'versionId'>,
  by: By,
): Promise<Outcome<{ revision: number; savedAt: string }>> {
  await holdPractice(tx, version.practice.id)
  const { count } = await tx.practiceVersion.updateMany({
    where: { id: version.id, state: 'DRAFT', revision },
    data: { title, subjects, area, content: asJson(content), savedAt: by.at, revision: { increment: 1 } },
  })
  if (count === 0) await refuseStale(tx, version.id)
  // Saving is no event of its own: a draft saves itself every few seconds.
  return { data: { revision: revision + 1, savedAt: by.at.toISOString() }, record: null }
}

/** What was saved meanwhile goes with the refusal, so that both can stand beside each other. */
async function refuseStale(tx: Tx, versionId: string): Promise<never> {
  const stands = await tx.practiceVersion.findUnique({
    where: { id: versionId, state: 'DRAFT' },
    select: { revision: true, title: true, subjects: true, area: true, content: true },
  })
  if (!stands) throw new Refusal('PRACTICE_NOT_A_DRAFT')
  const { revision, content, ...draft } = stands
  const saved = JSON.stringify({ ...draft, content: contentOf(content) } satisfies PracticeDraft)
  throw new Refusal('PRACTICE_CHANGED', {}, { revision, saved })
}

/** A new version that goes on from the latest one, with its files. */
export async function revisePractice(
  tx: Tx,
  practice: PracticeSubject,
  by: By,
): Promise<Outcome<{ practiceId: string }>> {
  await holdPractice(tx, practice.id)
  const last = await tx.practiceVersion.findFirstOrThrow({
    where: { practiceId: practice.id },
    select: { number: true, state: true, title: true, content: true, subjects: true, area: true, files: true },
    orderBy: { number: 'desc' },
  })
  refuseUnless(last.state !== 'DRAFT' && last.state !== 'IN_REVIEW', 'PRACTICE_UNDER_WAY')
  await tx.practiceVersion.create({
    data: {
      practiceId: practice.id,
      number: last.number + 1,
      title: last.title,
      content: last.content ?? {},
      subjects: last.subjects,
      area: last.area,
      authorId: by.userId,
      createdAt: by.at,
      savedAt: by.at,
      files: { create: last.files.map(({ fileId }) => ({ fileId, createdAt: by.at })) },
    },
    select: { id: true },
  })
  const changes: Changes = { versionNumber: [last.number, last.number + 1] }
  return { data: { practiceId: practice.id }, record: practiceFacts(practice, changes) }
}

/**
 * A mandated person's yes to exactly this text and this circle of readers. What stays in the enterprise is published with
 * it; all else goes to the reviewers.
 */
export async function consentToPractice(
  tx: Tx,
  version: VersionSubject,
  { revision, shareClass, checked }: Omit<ConsentPracticeInput, 'versionId'>,
  by: By & { mandate: 'PRINCIPAL' | 'DESIGNATED' },
): Promise<Outcome<{ isPublished: boolean }>> {
  refuseUnless(new Set(checked).size === 4, 'PRACTICE_CHECKLIST_OPEN')
  await holdPractice(tx, version.practice.id)
  const missing = missingOf({ ...version, content: contentOf(version.content) })
  refuseUnless(missing.length === 0, 'PRACTICE_INCOMPLETE')
  const { count } = await tx.practiceVersion.updateMany({
    where: { id: version.id, state: 'DRAFT', revision },
    data: { state: 'IN_REVIEW', shareClass, handedInAt: by.at },
  })
  if (count === 0) await refuseStale(tx, version.id)
  await tx.practiceConsent.create({
    data: { versionId: version.id, byId: by.userId, mandate: by.mandate, shareClass, checked, at: by.at },
  })
  const isPublished = shareClass === 'OWN'
  if (isPublished) await publish(tx, version, shareClass, by.at)
  const changes: Changes = { versionNumber: [null, version.number], shareClass: [null, shareClass] }
  return { data: { isPublished }, record: practiceFacts(version.practice, changes) }
}

/** Makes a version the one that is read; what it replaces stays in the history, for no wider circle than the new one. */
async function publish(
  tx: Tx,
  version: Pick<VersionSubject, 'id' | 'practice'>,
  shareClass: (typeof shareClasses)[number],
  at: Date,
): Promise<void> {
  const { practice } = version
  const isPublic = shareClass === 'PUBLIC'
  await tx.practiceVersion.updateMany({
    where: { practiceId: practice.id, state: 'PUBLISHED' },
    data: { state: 'REPLACED' },
  })
  await tx.practiceVersion.updateMany({ where: { id: version.id, state: 'IN_REVIEW' }, data: { state: 'PUBLISHED' } })
  await tx.practice.updateMany({
    where: { id: practice.id, withdrawnAt: null },
    data: {
      currentVersionId: version.id,
      shareClass,
      publishedAt: at,
      ...(!isPublic && { publicVersionId: null, madePublicAt: null }),
    },
  })
  await narrowVersions(tx, practice.id, shareClass)
}

const narrowVersions = (tx: Tx, practiceId: string, shareClass: (typeof shareClasses)[number]) =>
  tx.practiceVersion.updateMany({
    where: { practiceId, shareClass: { in: widerThan(shareClass) } },
    data: { shareClass },
  })

/** Takes a version back out of the review; it is gone on with as a new one. */
export async function recallPractice(tx: Tx, version: VersionSubject): Promise<Outcome<null>> {
  await holdPractice(tx, version.practice.id)
  const { count } = await tx.practiceVersion.updateMany({
    where: { id: version.id, state: 'IN_REVIEW' },
    data: { state: 'RECALLED' },
  })
  refuseUnless(count === 1, 'PRACTICE_NOT_IN_REVIEW')
  return { data: null, record: practiceFacts(version.practice, { versionNumber: [version.number, null] }) }
}

export async function reviewPractice(
  tx: Tx,
  version: VersionSubject,
  { verdict, comments }: Omit<ReviewPracticeInput, 'versionId'>,
  by: By,
): Promise<Outcome<null>> {
  const { practice } = version
  await holdPractice(tx, practice.id)
  // Read again under the hold: the owner may have narrowed it meanwhile.
  const stands = await tx.practiceVersion.findUnique({
    where: { id: version.id, state: 'IN_REVIEW' },
    select: { shareClass: true },
  })
  if (!stands) throw new Refusal('PRACTICE_NOT_IN_REVIEW')
  await tx.practiceReview.create({ data: { versionId: version.id, byId: by.userId, verdict, comments, at: by.at } })
  if (verdict === 'APPROVE') await publish(tx, version, stands.shareClass, by.at)
  else await tx.practiceVersion.update({ where: { id: version.id }, data: { state: 'RETURNED' } })
  await notify(tx, {
    kind: verdict === 'APPROVE' ? 'PRACTICE_APPROVED' : 'PRACTICE_RETURNED',
    params: { enterprise: practice.enterprise.name },
    href: `/portal/practices/${practice.id}`,
    at: by.at,
    to: Prisma.sql`SELECT v.author_id FROM practice_versions v WHERE v.id = ${version.id}::uuid
      UNION SELECT c.by_id FROM practice_consents c WHERE c.version_id = ${version.id}::uuid`,
  })
  return {
    data: null,
    record: practiceFacts(practice, { versionNumber: [null, version.number], verdict: [null, verdict] }),
  }
}

/** The bureau puts the current version before the public. */
export async function makePracticePublic(tx: Tx, version: VersionSubject, by: By): Promise<Outcome<null>> {
  const { practice } = version
  await holdPractice(tx, practice.id)
  const { count } = await tx.practice.updateMany({
    where: { id: practice.id, shareClass: 'PUBLIC', currentVersionId: version.id, withdrawnAt: null },
    data: { publicVersionId: version.id, madePublicAt: by.at },
  })
  refuseUnless(count === 1, 'PRACTICE_NOT_FOR_THE_PUBLIC')
  if (practice.publicVersionId === version.id) return { data: null, record: null }
  return { data: null, record: practiceFacts(practice, { versionNumber: [null, version.number] }) }
}

/**
 * Fewer readers, at once. A version that is being reviewed for more readers comes along, so that no yes of before makes
 * it wider again; where only the own enterprise is left, there is nobody to review it.
 */
export async function narrowPractice(
  tx: Tx,
  practice: PracticeSubject,
  shareClass: (typeof shareClasses)[number],
): Promise<Outcome<null>> {
  await holdPractice(tx, practice.id)
  const { count } = await tx.practice.updateMany({
    where: { id: practice.id, shareClass: { in: widerThan(shareClass) } },
    data: { shareClass, publicVersionId: null, madePublicAt: null },
  })
  refuseUnless(count === 1, 'PRACTICE_NOT_NARROWER')
  if (shareClass === 'OWN')
    await tx.practiceVersion.updateMany({
      where: { practiceId: practice.id, state: 'IN_REVIEW' },
      data: { state: 'RECALLED' },
    })
  await narrowVersions(tx, practice.id, shareClass)
  return { data: null, record: practiceFacts(practice, { shareClass: [practice.shareClass, shareClass] }) }
}
