import type { Actor } from '@/lib/access/actor'
import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { dayOf, fromDateOrNull, plusDays, startOfDay, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { retract } from '@/lib/notifications/mutations'
import { isUnpublished, scheduledDaysMax } from './rules'
import type { DraftAnnouncementInput, ReviseAnnouncementInput } from './schema'
import type { AnnouncementSubject, AudienceSubject, RevisionSubject } from './subject-queries'

export const announcementFacts = (
  { id, title }: Pick<AnnouncementSubject, 'id' | 'title'>,
  changes: Changes,
): AuditFacts => ({ subjectType: 'announcement', subjectId: id, subjectLabel: title, changes })

export const pageOf = (id: string): string => `/portal/announcements/${id}`

const dayOrNull = (day: Day | null): Date | null => (day ? toDate(day) : null)

/** The office whose hat is worn: it and nobody else keeps what it announces. */
function officeOf({
  hat,
}: Actor): Pick<
  Prisma.AnnouncementUncheckedCreateInput,
  'authorRole' | 'jurisdictionId' | 'insurerId' | 'enterpriseId'
> {
  if (hat.kind === 'NONE') throw new Refusal('NOT_FOUND')
  if (hat.kind === 'JURISDICTION') return { authorRole: hat.kind, jurisdictionId: hat.jurisdictionId }
  if (hat.kind === 'INSURER') return { authorRole: hat.kind, insurerId: hat.insurerId }
  if (hat.kind === 'ENTERPRISE') return { authorRole: hat.kind, enterpriseId: hat.enterpriseId }
  return { authorRole: hat.kind }
}

const addresseesOf = ({ jurisdictionIds, allianceIds }: AudienceSubject) => [
  ...jurisdictionIds.map((jurisdictionId) => ({ jurisdictionId })),
  ...allianceIds.map((allianceId) => ({ allianceId })),
]

export async function draftAnnouncement(
  tx: Tx,
  actor: Actor,
  audience: AudienceSubject,
  { title, body, pinnedUntil, at }: Pick<DraftAnnouncementInput, 'title' | 'body' | 'pinnedUntil'> & { at: Date },
): Promise<Outcome<{ id: string }>> {
  if (!actor.userId) throw new Refusal('SIGNED_OUT')
  const { id } = await tx.announcement.create({
    data: {
      title,
      body,
      audience: audience.audience,
      pinnedUntil: dayOrNull(pinnedUntil),
      createdById: actor.userId,
      createdAt: at,
      updatedAt: at,
      ...officeOf(actor),
      addressees: { create: addresseesOf(audience) },
    },
    select: { id: true },
  })
  const changes: Changes = {
    title: [null, title],
    audience: [null, audience.audience],
    addressees: [null, audience.names],
    pinnedUntil: [null, pinnedUntil],
  }
  return { data: { id }, record: announcementFacts({ id, title }, changes) }
}

const namesOf = ({ addressees }: AnnouncementSubject): string[] =>
  addressees.map(({ jurisdiction, alliance }) => jurisdiction?.name ?? alliance?.name ?? '')

const isSame = (a: string[], b: string[]): boolean => a.toSorted().join() === b.toSorted().join()

/** New words at any time until it is withdrawn; another audience only while nobody can have read it. */
export async function reviseAnnouncement(
  tx: Tx,
  { announcement, audience }: RevisionSubject,
  { version, title, body, pinnedUntil, at }: Omit<ReviseAnnouncementInput, 'id'> & { at: Date },
): Promise<Outcome<{ version: number }>> {
  const isElsewhere = announcement.audience !== audience.audience || !isSame(namesOf(announcement), audience.names)
  const { count } = await tx.announcement.updateMany({
    where: {
      AND: [
        { id: announcement.id, version, withdrawnAt: null },
        isElsewhere ? { OR: [{ publishAt: null }, { publishAt: { gt: at } }] } : {},
      ],
    },
    data: {
      title,
      body,
      audience: audience.audience,
      pinnedUntil: dayOrNull(pinnedUntil),
      version: { increment: 1 },
      updatedAt: at,
    },
  })
  if (count === 0) await refuseRevision(tx, announcement.id, version)
  if (isElsewhere) {
    await tx.announcementAddressee.deleteMany({ where: { announcementId: announcement.id } })
    const rows = addresseesOf(audience).map((row) => ({ ...row, announcementId: announcement.id }))
    await tx.announcementAddressee.createMany({ data: rows })
  }
  const before = {
    title: announcement.title,
    body: announcement.body,
    audience: announcement.audience,
    addressees: namesOf(announcement),
    pinnedUntil: fromDateOrNull(announcement.pinnedUntil),
  }
  const after = { title, body, audience: audience.audience, addressees: audience.names, pinnedUntil }
  return { data: { version: version + 1 }, record: announcementFacts(announcement, changesBetween(before, after)) }
}

/** Why a guarded revision touched nothing; somebody else's words are shown beside one's own. */
async function refuseRevision(tx: Tx, id: string, version: number): Promise<never> {
  const stands = await tx.announcement.findUniqueOrThrow({
    where: { id },
    select: { title: true, body: true, version: true, withdrawnAt: true },
  })
  refuseUnless(stands.withdrawnAt === null, 'ANNOUNCEMENT_WITHDRAWN')
  if (stands.version === version) throw new Refusal('ANNOUNCEMENT_AUDIENCE_FIXED')
  const last = await tx.auditEvent.findFirst({
    where: { subjectType: 'announcement', subjectId: id },
    select: { actorName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const params = { title: stands.title, body: stands.body, version: stands.version, changedBy: last?.actorName ?? '' }
  throw new Refusal('ANNOUNCEMENT_CHANGED', {}, params)
}

/** Sets from when on it is readable; who is told, and when, is the worker's (see jobs). */
export async function publishAnnouncement(
  tx: Tx,
  announcement: AnnouncementSubject,
  { publishAt, at }: { publishAt: Date; at: Date },
): Promise<Outcome<null>> {
  if (publishAt < at) throw new Refusal('INVALID', { publishAt: 'IN_THE_PAST' })
  const last = startOfDay(plusDays(dayOf(at), scheduledDaysMax))
  if (publishAt > last) throw new Refusal('INVALID', { publishAt: 'TOO_FAR' })
  const { count } = await tx.announcement.updateMany({
    where: { id: announcement.id, withdrawnAt: null, OR: [{ publishAt: null }, { publishAt: { gt: at } }] },
    data: { publishAt, version: { increment: 1 }, updatedAt: at },
  })
  refuseUnless(count === 1, announcement.withdrawnAt ? 'ANNOUNCEMENT_WITHDRAWN' : 'ANNOUNCEMENT_PUBLISHED')
  if (publishAt <= at) await enqueue(tx, 'announcements.tell', {})
  const changes: Changes = { publishAt: [announcement.publishAt, publishAt] }
  return { data: null, record: announcementFacts(announcement, changes) }
}

/** Back to a draft, while its hour has not come. */
export async function unscheduleAnnouncement(
  tx: Tx,
  announcement: AnnouncementSubject,
  at: Date,
): Promise<Outcome<null>> {
  const { count } = await tx.announcement.updateMany({
    where: { id: announcement.id, withdrawnAt: null, publishAt: { gt: at } },
    data: { publishAt: null, version: { increment: 1 }, updatedAt: at },
  })
  refuseUnless(count === 1, isUnpublished(announcement, at) ? 'ANNOUNCEMENT_NOT_SCHEDULED' : 'ANNOUNCEMENT_PUBLISHED')
  return { data: null, record: announcementFacts(announcement, { publishAt: [announcement.publishAt, null] }) }
}

/** Takes it back: readers find nothing of it any more, not even in what they were told. */
export async function withdrawAnnouncement(
  tx: Tx,
  announcement: AnnouncementSubject,
  { reason, at }: { reason: string; at: Date },
): Promise<Outcome<null>> {
  const { count } = await tx.announcement.updateMany({
    where: { id: announcement.id, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawReason: reason, version: { increment: 1 }, updatedAt: at },
  })
  refuseUnless(count === 1, 'ANNOUNCEMENT_WITHDRAWN')
  await retract(tx, { kind: 'ANNOUNCEMENT_PUBLISHED', href: pageOf(announcement.id) })
  return { data: null, record: announcementFacts(announcement, { reason: [null, reason] }) }
}

export async function pinAnnouncement(
  tx: Tx,
  announcement: AnnouncementSubject,
  { pinnedUntil, at }: { pinnedUntil: Day | null; at: Date },
): Promise<Outcome<null>> {
  const { count } = await tx.announcement.updateMany({
    where: { id: announcement.id, withdrawnAt: null },
    data: { pinnedUntil: dayOrNull(pinnedUntil), updatedAt: at },
  })
  refuseUnless(count === 1, 'ANNOUNCEMENT_WITHDRAWN')
  const before = fromDateOrNull(announcement.pinnedUntil)
  if (before === pinnedUntil) return { data: null, record: null }
  return { data: null, record: announcementFacts(announcement, { pinnedUntil: [before, pinnedUntil] }) }
}

/**
 * Notes it for the firm whose hat is worn, else for the person; a second press changes nothing. The row itself says who
 * and when: the trail has no line of it (ADR 042).
 */
export async function noteAnnouncement(
  tx: Tx,
  actor: Actor,
  announcement: AnnouncementSubject,
  at: Date,
): Promise<Outcome<{ isNew: boolean }>> {
  if (!actor.userId) throw new Refusal('SIGNED_OUT')
  refuseUnless(announcement.withdrawnAt === null, 'ANNOUNCEMENT_WITHDRAWN')
  const enterpriseId = actor.hat.kind === 'ENTERPRISE' ? actor.hat.enterpriseId : null
  const { count } = await tx.announcementRead.createMany({
    data: [{ announcementId: announcement.id, userId: actor.userId, enterpriseId, at }],
    skipDuplicates: true,
  })
  return { data: { isNew: count === 1 }, record: null }
}
