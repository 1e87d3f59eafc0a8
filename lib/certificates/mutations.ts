import { randomBytes } from 'node:crypto'
import { dayOf, plusMonths, toDate } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import type { CertificateSubject, TrainingSubject } from './queries'
import { certifiable, numberOf } from './rules'

type Issue = { hours: number; months: number | null; byId: string; at: Date }

/** Where everybody finds the own certificates. */
const ownAccount = '/portal/account'

/** 128 bits: nobody finds a certificate by trying. */
const newCode = (): string => randomBytes(16).toString('base64url')

/**
 * One certificate for each person whose attendance counts (and who passed the quiz, where that is required) and who has
 * none; how many were new. The training is held fast
 * meanwhile, so that numbers follow each other, and the unique pair lets nobody have two.
 */
export async function issueCertificates(tx: Tx, activity: TrainingSubject, issue: Issue): Promise<number> {
  if (activity.kind !== 'TRAINING') throw new Refusal('CERTIFICATES_ONLY_FOR_TRAININGS')
  const closed = await tx.$queryRaw<unknown[]>`
    SELECT id FROM activities WHERE id = ${activity.id}::uuid AND state = 'CLOSED' FOR UPDATE`
  if (closed.length === 0) throw new Refusal('CERTIFICATES_NOT_CLOSED')

  const issued = await tx.certificate.count({ where: { activityId: activity.id } })
  const attendances = await tx.attendance.findMany({
    where: certifiable(activity.id, activity.quiz?.isRequired ?? false),
    select: { userId: true, user: { select: { name: true } }, enterprise: { select: { id: true, name: true } } },
    distinct: ['userId'],
    orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
  })
  const heldOn = dayOf(activity.startsAt)
  const data = attendances.flatMap(({ userId, user, enterprise }, index) =>
    enterprise === null
      ? []
      : [
          {
            number: numberOf(heldOn, activity.code, issued + index + 1),
            code: newCode(),
            activityId: activity.id,
            userId,
            enterpriseId: enterprise.id,
            name: user.name,
            enterpriseName: enterprise.name,
            course: activity.title,
            hours: issue.hours,
            heldOn: toDate(heldOn),
            issuer: activity.hostAlliance.name,
            issuedAt: issue.at,
            issuedById: issue.byId,
            validUntil: issue.months === null ? null : toDate(plusMonths(heldOn, issue.months)),
          },
        ],
  )
  const { count } = await tx.certificate.createMany({ data, skipDuplicates: true })
  await notify(tx, {
    kind: 'CERTIFICATES_ISSUED',
    params: { title: activity.title },
    href: ownAccount,
    at: issue.at,
    to: Prisma.sql`SELECT unnest(${data.map(({ userId }) => userId)}::uuid[])`,
  })
  return count
}

export async function revokeCertificate(
  tx: Tx,
  certificate: CertificateSubject,
  { reason, byId, at }: { reason: string; byId: string; at: Date },
): Promise<void> {
  const { id, number, userId, activity } = certificate
  const { count } = await tx.certificate.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: at, revokedById: byId, revokeReason: reason },
  })
  if (count === 0) throw new Refusal('CERTIFICATE_REVOKED')
  await notify(tx, {
    kind: 'CERTIFICATE_REVOKED',
    params: { title: activity.title, number, reason },
    href: ownAccount,
    at,
    to: Prisma.sql`SELECT ${userId}::uuid`,
  })
}
