import { fromDate, plusDays, type Day } from '@/lib/core/clock'
import type { Certificate, Prisma } from '@/lib/core/prisma/client'
import { countingPresence } from '@/lib/presence/policy'

export const reasonLengthMax = 200
export const hoursMax = 100
export const monthsMax = 120

export type CertificateState = 'VALID' | 'EXPIRED' | 'REVOKED'

/** It holds through its last day. */
export function certificateState(
  { revokedAt, validUntil }: Pick<Certificate, 'revokedAt' | 'validUntil'>,
  today: Day,
): CertificateState {
  if (revokedAt) return 'REVOKED'
  return validUntil && fromDate(validUntil) < today ? 'EXPIRED' : 'VALID'
}

/** Enough of a name to compare it with a certificate, too little to learn it: 张*、欧**娜. */
export function maskName(name: string): string {
  const signs = [...name]
  const [first = '', last = ''] = [signs.at(0), signs.at(-1)]
  if (signs.length < 3) return `${first}*`
  return `${first}${'*'.repeat(signs.length - 2)}${last}`
}

/** PX2026-K7QM3ZRT-001: of the training's year and code, so that a number also leads to its training. */
export const numberOf = (heldOn: Day, activityCode: string, serial: number): string =>
  `PX${heldOn.slice(0, 4)}-${activityCode}-${String(serial).padStart(3, '0')}`

/** Only what is over and recorded is certified. */
export const hasCertificates = ({ kind, state }: { kind: string; state: string }): boolean =>
  kind === 'TRAINING' && state === 'CLOSED'

/** What is proposed as the hours of a training: how long it took, in half hours. */
export function hoursBetween({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  const halves = Math.round((endsAt.getTime() - startsAt.getTime()) / 1_800_000)
  return Math.min(hoursMax, Math.max(1, halves) / 2)
}

const notCertified = (activityId: string): Prisma.UserWhereInput => ({ certificates: { none: { activityId } } })

const passed = (activityId: string): Prisma.UserWhereInput => ({
  quizAttempts: { some: { hasPassed: true, quiz: { activityId } } },
})

/** Attendances that count and whose person has no certificate yet; where the quiz is required, of those who passed. */
export const certifiable = (activityId: string, isQuizRequired: boolean): Prisma.AttendanceWhereInput => ({
  activityId,
  ...countingPresence,
  enterpriseId: { not: null },
  user: { AND: [notCertified(activityId), isQuizRequired ? passed(activityId) : {}] },
})

/** So many days before its last day people are told that a certificate ends. The farthest first. */
export const endingSteps = [60, 7] as const

/** The rungs of the list: the next 30 days, up to 90, and what is over. */
export const certificateRungs = ['D30', 'D90', 'EXPIRED'] as const

export type CertificateRung = (typeof certificateRungs)[number]

/** First and last day on which the certificates of a rung end; null: without bound. */
export function endingBetween(rung: CertificateRung, today: Day): { from: Day | null; to: Day } {
  switch (rung) {
    case 'D30':
      return { from: today, to: plusDays(today, 30) }
    case 'D90':
      return { from: plusDays(today, 31), to: plusDays(today, 90) }
    case 'EXPIRED':
      return { from: null, to: plusDays(today, -1) }
  }
}
