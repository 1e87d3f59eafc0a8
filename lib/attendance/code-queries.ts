import { isSignedIn, type Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { offeredActivities } from '@/lib/audiences/policy'
import { checkInStates } from '@/lib/activities/rules'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { isTypedCode, judgeScan, keysOf, type CodePurpose, type TokenVerdict } from './code-rules'
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
  checksOut: true,
} satisfies Prisma.ActivitySelect

/** With the keys of the codes that it may be showing at an instant. */
const keySelect = (at: Date) =>
  ({
    ...seenSelect,
    checkInSecret: true,
    spotChecks: { where: { startsAt: { lte: at }, endsAt: { gt: at } }, select: { id: true }, take: 1 },
  }) satisfies Prisma.ActivitySelect

/** What a person in the hall is told of an activity: what stands on the projector anyway. */
export type SeenActivity = Prisma.ActivityGetPayload<{ select: typeof seenSelect }>

/**
 * Judges what was scanned. Whoever shows the code of the moment was in the hall and is told the activity; an address that
 * was never genuine and an activity that does not exist answer alike.
 */
export async function readScan(
  _actor: Actor,
  { code, token, at }: { code: string; token: string; at: Date },
): Promise<{ verdict: TokenVerdict; purpose: CodePurpose; activity: SeenActivity | null }> {
  const found = await db.activity.findFirst({
    where: { code: code.toUpperCase(), state: { not: 'DRAFT' } },
    select: keySelect(at),
  })
  if (!found) return { verdict: 'FORGED', purpose: 'CHECK_IN', activity: null }
  const { keys, activity } = apart(found)
  const judged = judgeScan(keys, token, at)
  return { ...judged, activity: judged.verdict === 'VALID' ? activity : null }
}

type Keyed = Prisma.ActivityGetPayload<{ select: ReturnType<typeof keySelect> }>

/** The keys on one side, and on the other what may be told. */
function apart({ checkInSecret, spotChecks, ...activity }: Keyed) {
  const { checksOut } = activity
  return { activity, keys: keysOf({ id: activity.id, checkInSecret, checksOut, isSpotChecked: spotChecks.length > 0 }) }
}

/** The activity whose code of the moment was typed, among those that take check-ins now, and what the code is for. */
export async function readTyped(
  _actor: Actor,
  { text, at }: { text: string; at: Date },
): Promise<{ activity: SeenActivity; purpose: CodePurpose } | null> {
  const { startsUntil, endsFrom } = checkInBounds(at)
  const open = await db.activity.findMany({
    where: { state: { in: [...checkInStates] }, startsAt: { lte: startsUntil }, endsAt: { gte: endsFrom } },
    select: keySelect(at),
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  for (const { activity, keys } of open.map(apart)) {
    const key = keys.find((one) => isTypedCode(one, text, at))
    if (key) return { activity, purpose: key.purpose }
  }
  return null
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

/** When a person last checked out of an activity, or answered the spot check that goes on or was the last. */
export async function getOwnDone(
  actor: Actor & { userId: string },
  activityId: string,
  purpose: Exclude<CodePurpose, 'CHECK_IN'>,
): Promise<Date | null> {
  const { userId } = actor
  if (purpose === 'CHECK_OUT') {
    const left = await db.attendance.findFirst({
      where: { activityId, userId, undoneAt: null, checkedOutAt: { not: null } },
      select: { checkedOutAt: true },
      orderBy: { checkedOutAt: 'desc' },
    })
    return left?.checkedOutAt ?? null
  }
  const last = await db.spotCheck.findFirst({
    where: { activityId },
    select: { answers: { where: { userId }, select: { answeredAt: true } } },
    orderBy: { startsAt: 'desc' },
  })
  return last?.answers[0]?.answeredAt ?? null
}

/** What is on now for this person, so that the 签到 entry offers it: their alliances' activities that take check-ins and mean its enterprise. */
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
        offeredActivities(actor),
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
