import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { notify } from '@/lib/notifications/mutations'
import type { AttendanceSubject } from './subject-queries'

/** Tells a person that the organiser has changed or struck the record of their coming, and why. */
export const tellReviewed = (
  tx: Tx,
  { userId, activity }: Pick<AttendanceSubject, 'userId' | 'activity'>,
  { reason, at }: { reason: string; at: Date },
): Promise<number> =>
  notify(tx, {
    kind: 'ATTENDANCE_REVIEWED',
    params: { title: activity.title, reason },
    href: `/portal/activities/${activity.id}`,
    at,
    to: Prisma.sql`SELECT ${userId}::uuid`,
  })
