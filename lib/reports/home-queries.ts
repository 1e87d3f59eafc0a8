import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { offeredActivities } from '@/lib/audiences/policy'
import { checkInBounds } from '@/lib/attendance/rules'
import { plusDays, startOfDay, yearPeriod } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'

const weekSelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  mode: true,
  place: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  placesTaken: true,
  hostAlliance: { select: { shortName: true, sortOrder: true, name: true } },
} satisfies Prisma.ActivitySelect

export type WeekActivity = Prisma.ActivityGetPayload<{ select: typeof weekSelect }>

/** What begins from today on within so many days, in order; what was cancelled is left out. */
export const listComingActivities = (actor: Actor, days: number, most: number): Promise<WeekActivity[]> =>
  db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { state: { in: ['PUBLISHED', 'HELD'] } },
        { startsAt: { gte: startOfDay(actor.today), lt: startOfDay(plusDays(actor.today, days)) } },
      ],
    },
    select: weekSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
  })

/** What waits for the actor's hand: drafts, and what is over and not closed. Oldest first. */
export const listOwedActivities = (actor: Actor, most: number): Promise<WeekActivity[]> =>
  db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { OR: [{ state: 'DRAFT' }, { state: { in: ['PUBLISHED', 'HELD'] }, endsAt: { lt: startOfDay(actor.today) } }] },
        actor.hat.kind === 'INSURER' ? { hostAllianceId: { in: actor.hat.allianceIds } } : {},
      ],
    },
    select: weekSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
  })

export type NextActivity = WeekActivity & {
  registrations: {
    state: 'PLACED' | 'WAITING' | 'WITHDRAWN' | 'ON_LEAVE'
    offeredUntil: Date | null
    user: { name: string } | null
  }[]
}

/** What is offered to the actor's enterprise and to come, or still takes check-ins; with its own registrations. */
export async function listNextActivities(actor: Actor, most: number): Promise<NextActivity[]> {
  if (actor.hat.kind !== 'ENTERPRISE') return []
  const { enterpriseId, allianceIds } = actor.hat
  return db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { state: { in: ['PUBLISHED', 'HELD'] }, endsAt: { gte: checkInBounds(now()).endsFrom } },
        { alliances: { some: { allianceId: { in: allianceIds } } } },
        offeredActivities(actor),
      ],
    },
    select: {
      ...weekSelect,
      registrations: {
        where: { enterpriseId, state: { not: 'WITHDRAWN' } },
        select: { state: true, offeredUntil: true, user: { select: { name: true } } },
        orderBy: { queuedAt: 'asc' },
      },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
  })
}

export type AllianceMonths = {
  slug: string
  name: string
  nameEn: string
  shortName: string
  sortOrder: number
  months: number[]
  trainings: number
}

/** Activities of a year by alliance and month of Beijing (cancelled ones and drafts left out), and trainings held. */
export async function listAllianceMonths(year: number): Promise<AllianceMonths[]> {
  const { from, to } = yearPeriod(year)
  return db.$queryRaw<AllianceMonths[]>`
    SELECT l.slug, l.name, l.name_en AS "nameEn", l.short_name AS "shortName", l.sort_order AS "sortOrder",
      (SELECT array_agg((SELECT count(*)::int FROM activities a WHERE a.host_alliance_id = l.id AND a.state IN ('PUBLISHED', 'HELD', 'CLOSED')
          AND a.starts_at >= ${from} AND a.starts_at < ${to}
          AND extract(month FROM a.starts_at AT TIME ZONE 'Asia/Shanghai') = m.month) ORDER BY m.month)
        FROM generate_series(1, 12) AS m(month)) AS months,
      (SELECT count(*)::int FROM activities a WHERE a.host_alliance_id = l.id AND a.kind = 'TRAINING' AND a.state IN ('HELD', 'CLOSED')
        AND a.starts_at >= ${from} AND a.starts_at < ${to}) AS trainings
    FROM alliances l ORDER BY l.sort_order`
}
