import { isSignedIn, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { checkInStates } from '@/lib/activities/rules'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { isTypedCode, judgeToken, type TokenVerdict } from './code-rules'
import { checkInBounds, offeredStandings, type Standing } from './rules'
import { standingsOf } from './standing-queries'

const seenSelect = {
  id: true,
  code: true,
  title: true,
  place: true,
  state: true,
  startsAt: true,
  endsAt: true,
} satisfies Prisma.ActivitySelect

/** What a person in the hall is told of an activity: what stands on the projector anyway. */
export type SeenActivity = Prisma.ActivityGetPayload<{ select: typeof seenSelect }>

/**
 * Judges what was scanned. Whoever shows the code of the moment was in the hall and is told the activity; an address that
 * was never genuine and an activity that does not exist answer alike.
 */
export async function readScan(
  _actor: Actor,
  { code, token, at }: { code: string; token: string; at: Date },
): Promise<{ verdict: TokenVerdict; activity: SeenActivity | null }> {
  const found = await db.activity.findFirst({
    where: { code: code.toUpperCase(), state: { not: 'DRAFT' } },
    select: { ...seenSelect, checkInSecret: true },
  })
  if (!found) return { verdict: 'FORGED', activity: null }
  const { checkInSecret, ...activity } = found
  const verdict = judgeToken({ id: found.id, checkInSecret }, token, at)
  return { verdict, activity: verdict === 'VALID' ? activity : null }
}

/** The activity whose code of the moment was typed, among those that take check-ins now. */
export async function readTyped(_actor: Actor, { text, at }: { text: string; at: Date }): Promise<SeenActivity | null> {
  const { startsUntil, endsFrom } = checkInBounds(at)
  const open = await db.activity.findMany({
    where: { state: { in: [...checkInStates] }, startsAt: { lte: startsUntil }, endsAt: { gte: endsFrom } },
    select: { ...seenSelect, checkInSecret: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const found = open.find((activity) => isTypedCode(activity, text, at))
  if (!found) return null
  const { checkInSecret: _, ...activity } = found
  return activity
}

/** The activity of a claim that was checked. */
export const getClaimedActivity = (_actor: Actor, id: string): Promise<SeenActivity | null> =>
  db.activity.findFirst({ where: { id, state: { not: 'DRAFT' } }, select: seenSelect })

export type OwnStanding = {
  /** For whom the person may have come, what is likeliest first. */
  standings: Standing[]
  /** When they were recorded without an enterprise. */
  recordedAt: Date | null
}

/** For whom the person may check in at an activity, and for whom they have. */
export async function getOwnStanding(
  actor: Actor & { userId: string },
  activity: Pick<SeenActivity, 'id' | 'startsAt'>,
): Promise<OwnStanding> {
  const standings = offeredStandings(await standingsOf(db, activity, [actor.userId]))
  if (standings.length > 0) return { standings, recordedAt: null }
  const recorded = await db.attendance.findFirst({
    where: { activityId: activity.id, userId: actor.userId, enterpriseId: null, undoneAt: null },
    select: { checkedInAt: true },
  })
  return { standings, recordedAt: recorded?.checkedInAt ?? null }
}

/** What is on now for this person, so that the 签到 entry offers it: their alliances' activities that take check-ins. */
export async function listOpenCheckIns(
  actor: Actor,
  at: Date,
): Promise<(SeenActivity & { checkedInAt: Date | null })[]> {
  if (!isSignedIn(actor)) return []
  const { startsUntil, endsFrom } = checkInBounds(at)
  const rows = await db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { state: { in: [...checkInStates] }, startsAt: { lte: startsUntil }, endsAt: { gte: endsFrom } },
      ],
    },
    select: {
      ...seenSelect,
      attendances: {
        where: { userId: actor.userId, undoneAt: null },
        select: { checkedInAt: true },
        orderBy: [{ checkedInAt: 'asc' }, { id: 'asc' }],
        take: 1,
      },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 20,
  })
  return rows.map(({ attendances, ...activity }) => ({ ...activity, checkedInAt: attendances[0]?.checkedInAt ?? null }))
}
