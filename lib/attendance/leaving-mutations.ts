import type { Tx } from '@/lib/core/db'
import type { Activity, Attendance } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { holdOpen } from '@/lib/presence/mutations'

type Leaving = {
  activity: Pick<Activity, 'id' | 'startsAt' | 'checksOut'>
  userId: string
  at: Date
  method: Attendance['method']
}

export type Left = { checkedOutAt: Date; newIds: string[] }

/**
 * Records that a person left, for all enterprises that they came for at once. Who leaves twice (a coffee break taken for
 * the end) left the second time; pressing twice with the same sight of the code changes nothing. An order that cannot be
 * is recorded as it was seen: a person judges it.
 */
export async function checkOut(tx: Tx, { activity, userId, at, method }: Leaving): Promise<Left> {
  refuseUnless(activity.checksOut, 'CHECK_OUT_NOT_ASKED')
  refuseUnless(at >= activity.startsAt, 'CHECK_OUT_NOT_OPEN_YET')
  await holdOpen(tx, activity.id)
  const came = { activityId: activity.id, userId, undoneAt: null }
  const left = await tx.attendance.updateManyAndReturn({
    where: { ...came, OR: [{ checkedOutAt: null }, { checkedOutAt: { lt: at } }] },
    data: { checkedOutAt: at, checkOutMethod: method, version: { increment: 1 } },
    select: { id: true },
  })
  if (left.length > 0) return { checkedOutAt: at, newIds: left.map(({ id }) => id) }
  const before = await tx.attendance.findFirst({
    where: { ...came, checkedOutAt: { not: null } },
    select: { checkedOutAt: true },
    orderBy: { checkedOutAt: 'desc' },
  })
  if (!before?.checkedOutAt) throw new Refusal('NOT_CHECKED_IN')
  return { checkedOutAt: before.checkedOutAt, newIds: [] }
}

type Rule = Pick<Activity, 'checksOut' | 'presenceShareMin'>

/** What the organiser asks of presence; not once the activity is closed and has been counted. */
export async function setPresenceRule(tx: Tx, activityId: string, rule: Rule): Promise<void> {
  const { count } = await tx.activity.updateMany({
    where: { id: activityId, state: { in: ['DRAFT', 'PUBLISHED', 'HELD'] } },
    data: rule,
  })
  refuseUnless(count === 1, 'PRESENCE_RULE_FIXED')
}

type Judgement = Pick<Attendance, 'id' | 'version' | 'reason'> & {
  verdict: NonNullable<Attendance['verdict']>
  byId: string
}

/** Decides about one attendance, whatever the rule says; the version is the one that was read. */
export async function judgeAttendance(tx: Tx, { id, version, verdict, reason, byId }: Judgement): Promise<void> {
  const { count } = await tx.attendance.updateMany({
    where: { id, version, undoneAt: null },
    data: {
      verdict,
      isExcluded: verdict === 'DOES_NOT_COUNT',
      reason,
      recordedById: byId,
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, 'CONFLICT')
}
