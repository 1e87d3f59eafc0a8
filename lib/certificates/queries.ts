import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleCertificates } from './policy'
import { certifiable } from './rules'

const latestMax = 100

const trainingSelect = {
  id: true,
  code: true,
  kind: true,
  state: true,
  title: true,
  startsAt: true,
  hostAllianceId: true,
  hostAlliance: { select: { name: true } },
  quiz: { select: { isRequired: true } },
} satisfies Prisma.ActivitySelect

export type TrainingSubject = Prisma.ActivityGetPayload<{ select: typeof trainingSelect }>

export const trainingSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<TrainingSubject | null> =>
  tx.activity.findFirst({ where: { AND: [{ id }, visibleActivities(actor)] }, select: trainingSelect })

const certificateSelect = {
  id: true,
  number: true,
  code: true,
  name: true,
  enterpriseName: true,
  course: true,
  hours: true,
  heldOn: true,
  issuer: true,
  issuedAt: true,
  validUntil: true,
  revokedAt: true,
  revokeReason: true,
} satisfies Prisma.CertificateSelect

export type CertificateRow = Prisma.CertificateGetPayload<{ select: typeof certificateSelect }>

const subjectSelect = {
  userId: true,
  ...certificateSelect,
  activity: { select: { id: true, title: true, hostAllianceId: true } },
} satisfies Prisma.CertificateSelect

export type CertificateSubject = Prisma.CertificateGetPayload<{ select: typeof subjectSelect }>

export const certificateSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<CertificateSubject | null> =>
  tx.certificate.findFirst({ where: { AND: [{ id }, visibleCertificates(actor)] }, select: subjectSelect })

/** One certificate; null where it is absent or not for this actor. */
export const getCertificate = async (actor: Actor, id: string): Promise<CertificateSubject | null> =>
  isId(id) ? certificateSubject(db, actor, { id }) : null

/** What anybody learns who holds the code; the page hides part of the name. */
export const verifyCertificate = async (_actor: Actor, code: string): Promise<CertificateRow | null> =>
  /^[\w-]{22}$/.test(code) ? db.certificate.findUnique({ where: { code }, select: certificateSelect }) : null

export type TrainingCertificates = Page<CertificateRow> & { total: number; valid: number }

/** The certificates of a training in the order of their numbers, of which the actor sees its own part. */
export async function listCertificates(
  actor: Actor,
  activityId: string,
  { position, take = pageSize }: { position?: string | undefined; take?: number } = {},
): Promise<TrainingCertificates> {
  const cursor = decodeCursor(position)
  const isBackwards = cursor?.direction === 'before'
  const beyond = cursor && { number: { [isBackwards ? 'lt' : 'gt']: String(cursor.value) } }
  const all = { AND: [{ activityId }, visibleCertificates(actor)] }
  const holding = { revokedAt: null, OR: [{ validUntil: null }, { validUntil: { gte: toDate(actor.today) } }] }
  const [rows, total, valid] = await Promise.all([
    db.certificate.findMany({
      where: { AND: [all, beyond ?? {}] },
      select: certificateSelect,
      orderBy: { number: isBackwards ? 'desc' : 'asc' },
      take: take + 1,
    }),
    db.certificate.count({ where: all }),
    db.certificate.count({ where: { AND: [all, holding] } }),
  ])
  return { ...cutPage(rows, cursor, ({ number }) => number, take), total, valid }
}

/** How many took part so that it counts, and have no certificate; and how many of them have still to pass the quiz. */
export async function countWithoutCertificate(
  _actor: Actor,
  activityId: string,
): Promise<{ waiting: number; notPassed: number }> {
  const quiz = await db.quiz.findUnique({ where: { activityId }, select: { isRequired: true } })
  const [all, ready] = await Promise.all(
    [false, quiz?.isRequired ?? false].map((isQuizRequired) =>
      db.attendance.groupBy({ by: ['userId'], where: certifiable(activityId, isQuizRequired) }),
    ),
  )
  const waiting = ready?.length ?? 0
  return { waiting, notPassed: (all?.length ?? 0) - waiting }
}

export type LatestCertificates = { rows: CertificateRow[]; total: number }

async function latest(where: Prisma.CertificateWhereInput): Promise<LatestCertificates> {
  const [rows, total] = await Promise.all([
    db.certificate.findMany({
      where,
      select: certificateSelect,
      orderBy: [{ heldOn: 'desc' }, { number: 'asc' }],
      take: latestMax,
    }),
    db.certificate.count({ where }),
  ])
  return { rows, total }
}

export const listEnterpriseCertificates = (actor: Actor, enterpriseId: string): Promise<LatestCertificates> =>
  latest({ AND: [{ enterpriseId }, visibleCertificates(actor)] })

export const listOwnCertificates = (actor: Actor & { userId: string }): Promise<LatestCertificates> =>
  latest({ userId: actor.userId })
