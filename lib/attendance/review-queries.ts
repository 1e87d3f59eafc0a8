import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { weighed } from './list-rules'
import { canReviewPresence, visibleAttendances } from './policy'
import { signsOf, type Sign } from './sign-rules'

/** So many minutes apart nobody gets from one hall to another. */
const apartMinutes = 10

const reviewedSelect = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  checksOut: true,
  presenceShareMin: true,
  hostAllianceId: true,
  spotChecks: {
    select: { id: true, startsAt: true, endsAt: true, answers: { select: { userId: true } } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  },
} satisfies Prisma.ActivitySelect

export type ReviewedActivity = Prisma.ActivityGetPayload<{ select: typeof reviewedSelect }>

const observedSelect = {
  id: true,
  userId: true,
  user: { select: { name: true } },
  enterprise: { select: { name: true } },
  checkedInAt: true,
  checkedOutAt: true,
  onlineMinutes: true,
  mandateKind: true,
  deviceMark: true,
  verdict: true,
  isExcluded: true,
  undoneAt: true,
  reason: true,
} satisfies Prisma.AttendanceSelect

type ObservedRow = Prisma.AttendanceGetPayload<{ select: typeof observedSelect }>

/** An attendance that somebody should look at, or that somebody has decided about. */
export type ReviewLine = ObservedRow & ReturnType<typeof weighed> & { signs: Sign[] }

export type Review = { activity: ReviewedActivity; present: number; open: ReviewLine[]; decided: ReviewLine[] }

/** What there is to look at of an activity, for whoever runs it; null for everybody else. */
export async function getReview(actor: Actor, id: string): Promise<Review | null> {
  if (!isId(id)) return null
  const activity = await db.activity.findFirst({
    where: { AND: [{ id }, visibleActivities(actor)] },
    select: reviewedSelect,
  })
  if (!activity || activity.state === 'DRAFT' || !canReviewPresence(actor, activity)) return null
  const [attendances, elsewhere] = await Promise.all([
    db.attendance.findMany({
      where: { AND: [{ activityId: id, undoneAt: null }, visibleAttendances(actor)] },
      select: observedSelect,
      orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
    }),
    listElsewhere(id),
  ])
  const at = now()
  const spots = activity.spotChecks.map(({ answers, ...spot }) => ({
    ...spot,
    answeredBy: answers.map(({ userId }) => userId),
  }))
  const signs = signsOf({ attendances, elsewhere, spots, at })
  const lines = attendances.map((row) => ({
    ...row,
    ...weighed(row, { ...activity, at }),
    signs: signs.get(row.id) ?? [],
  }))
  return {
    activity,
    present: new Set(attendances.map(({ userId }) => userId)).size,
    open: lines.filter((line) => line.verdict === null && line.signs.length > 0),
    decided: lines.filter(({ verdict }) => verdict !== null),
  }
}

/** Whoever was recorded at another activity too, within minutes of coming here or while they were here or there. */
async function listElsewhere(activityId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT t.id, min(b.title) AS title FROM attendances t
    JOIN attendances o ON o.user_id = t.user_id AND o.activity_id <> t.activity_id AND o.undone_at IS NULL
    JOIN activities b ON b.id = o.activity_id
    WHERE t.activity_id = ${activityId}::uuid AND t.undone_at IS NULL AND (
      abs(extract(epoch FROM o.checked_in_at - t.checked_in_at)) <= ${apartMinutes * 60}
      OR (o.checked_in_at > t.checked_in_at AND o.checked_in_at < t.checked_out_at)
      OR (t.checked_in_at > o.checked_in_at AND t.checked_in_at < o.checked_out_at))
    GROUP BY t.id`
  return new Map(rows.map(({ id, title }) => [id, title]))
}
