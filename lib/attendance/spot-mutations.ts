import type { Tx } from '@/lib/core/db'
import type { Activity } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { checkInStanding } from './rules'

type Starting = {
  activity: Pick<Activity, 'id' | 'state' | 'startsAt' | 'endsAt'>
  minutes: number
  byId: string
  at: Date
}

export type SpotCheckFacts = { id: string; startsAt: Date; endsAt: Date }

/** Shows a second code for some minutes, while the activity goes on. Of two at once the table takes one. */
export async function startSpotCheck(tx: Tx, { activity, minutes, byId, at }: Starting): Promise<SpotCheckFacts> {
  const goesOn = checkInStanding(activity, at) === 'OPEN' && at >= activity.startsAt && at < activity.endsAt
  refuseUnless(goesOn, 'SPOT_CHECK_NOT_NOW')
  return tx.spotCheck.create({
    data: {
      activityId: activity.id,
      startsAt: at,
      endsAt: new Date(at.getTime() + minutes * 60_000),
      startedById: byId,
    },
    select: { id: true, startsAt: true, endsAt: true },
  })
}

type Answering = { activityId: string; userId: string; at: Date }

/** Says that a person saw the code of the spot check that went on at that instant; once, however often it is pressed. */
export async function answerSpotCheck(tx: Tx, { activityId, userId, at }: Answering): Promise<{ isNew: boolean }> {
  const check = await tx.spotCheck.findFirst({
    where: { activityId, startsAt: { lte: at }, endsAt: { gt: at } },
    select: { id: true },
  })
  if (!check) throw new Refusal('SPOT_CHECK_OVER')
  const came = await tx.attendance.count({ where: { activityId, userId, undoneAt: null } })
  refuseUnless(came > 0, 'NOT_CHECKED_IN')
  const { count } = await tx.spotAnswer.createMany({
    data: { spotCheckId: check.id, userId, answeredAt: at },
    skipDuplicates: true,
  })
  return { isNew: count > 0 }
}
