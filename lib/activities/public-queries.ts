import type { Actor } from '@/lib/access/actor'
import { narrowActivities } from '@/lib/alliances/announcing-policy'
import { plusDays, startOfDay, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ActivityKind } from '@/lib/core/prisma/enums'

/** What everybody may know of an activity: that an alliance holds one of a kind, and when. Neither title nor place. */
export type PublicDate = { id: string; kind: ActivityKind; startsAt: Date; allianceId: string; isOver: boolean }

const publicDate = { id: true, kind: true, startsAt: true, hostAllianceId: true, endsAt: true } as const

type DateRow = Prisma.ActivityGetPayload<{ select: typeof publicDate }>

const asPublic = (row: DateRow): PublicDate => ({
  id: row.id,
  kind: row.kind,
  startsAt: row.startsAt,
  allianceId: row.hostAllianceId,
  isOver: row.endsAt <= now(),
})

/** What is public: all that was held, and of what is to come only what is for every member (ADR 069). */
const announced: Prisma.ActivityWhereInput = {
  OR: [{ state: { in: ['HELD', 'CLOSED'] } }, { AND: [{ state: 'PUBLISHED' }, { NOT: narrowActivities }] }],
}

/** The days of this week, Monday to Sunday in Beijing. */
function weekOf(actor: Actor): { from: Date; to: Date } {
  const sinceMonday = (toDate(actor.today).getUTCDay() + 6) % 7
  const monday = plusDays(actor.today, -sinceMonday)
  return { from: startOfDay(monday), to: startOfDay(plusDays(monday, 7)) }
}

/** What all alliances hold this week. */
export async function listPublicWeek(actor: Actor): Promise<PublicDate[]> {
  const { from, to } = weekOf(actor)
  const rows = await db.activity.findMany({
    where: { AND: [announced, { startsAt: { gte: from, lt: to } }] },
    select: publicDate,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asPublic)
}

/** What an alliance held and holds this year, by date. */
export async function listPublicYear(actor: Actor, allianceId: string): Promise<PublicDate[]> {
  const year = actor.today.slice(0, 4)
  const rows = await db.activity.findMany({
    where: {
      AND: [
        announced,
        {
          hostAllianceId: allianceId,
          startsAt: { gte: startOfDay(`${year}-01-01`), lt: startOfDay(`${Number(year) + 1}-01-01`) },
        },
      ],
    },
    select: publicDate,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asPublic)
}
