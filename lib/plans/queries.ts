import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { yearPeriod } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { listHolidays } from '@/lib/settings/holiday-queries'
import { holidayRuns } from './rules'

const dateSelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  startsAt: true,
  endsAt: true,
  hostAllianceId: true,
  hostAlliance: { select: { slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
  alliances: { select: { allianceId: true } },
} satisfies Prisma.ActivitySelect

export type PlanDate = Prisma.ActivityGetPayload<{ select: typeof dateSelect }>

/** The dates of an alliance in a year, its own and those of others that are open to it, as far as the actor sees them. */
export function listPlanDates(actor: Actor, allianceId: string, year: number): Promise<PlanDate[]> {
  const { from, to } = yearPeriod(year)
  return db.activity.findMany({
    where: {
      AND: [{ alliances: { some: { allianceId } }, startsAt: { gte: from, lt: to } }, visibleActivities(actor)],
    },
    select: dateSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
}

/** The days off of a year as runs; none where the table does not know the year. */
export const listDaysOff = async (year: number): Promise<ReturnType<typeof holidayRuns>> =>
  holidayRuns(await listHolidays(year))
