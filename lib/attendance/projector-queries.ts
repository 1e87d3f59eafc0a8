import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { takesCheckIns } from '@/lib/activities/rules'
import { db } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { keysOf, millisecondsLeft, scannedAddress, stepAt, typedCode, type CodePurpose } from './code-rules'
import { canShowCheckInCode } from './policy'
import { checkInStanding, type CheckInStanding } from './rules'

const projectedSelect = {
  id: true,
  code: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  hostAllianceId: true,
  checkInSecret: true,
  checksOut: true,
} satisfies Prisma.ActivitySelect

export type Projected = {
  id: string
  title: string
  hostAllianceId: string
  startsAt: Date
  /** What is typed, and the address of the QR code, of this very step. */
  typed: string
  address: string
  /** A code that nobody could use now is not shown as if they could. */
  standing: CheckInStanding
  /** Which code this is, and which ones there are to show. */
  purpose: CodePurpose
  purposes: CodePurpose[]
  /** When the spot check that goes on now is over. */
  spotEndsAt: Date | null
  millisecondsLeft: number
}

/** The code of the moment, for whoever runs the activity while it takes check-ins; the key itself never leaves. */
export async function getProjected(actor: Actor, id: string, wanted: CodePurpose): Promise<Projected | null> {
  if (!isId(id)) return null
  const at = now()
  const running = { startsAt: { lte: at }, endsAt: { gt: at } }
  const activity = await db.activity.findFirst({
    where: { AND: [{ id }, visibleActivities(actor)] },
    select: { ...projectedSelect, spotChecks: { where: running, select: { endsAt: true }, take: 1 } },
  })
  if (!activity || !canShowCheckInCode(actor, activity) || !takesCheckIns(activity)) return null
  const keys = keysOf({ ...activity, isSpotChecked: activity.spotChecks.length > 0 })
  const key = keys.find(({ purpose }) => purpose === wanted) ?? { ...activity, purpose: 'CHECK_IN' as const }
  return {
    id: activity.id,
    title: activity.title,
    hostAllianceId: activity.hostAllianceId,
    startsAt: activity.startsAt,
    typed: typedCode(key, stepAt(at)),
    address: scannedAddress(publicUrl, { ...key, code: activity.code }, stepAt(at)),
    standing: checkInStanding(activity, at),
    purpose: key.purpose,
    purposes: keys.map(({ purpose }) => purpose),
    spotEndsAt: activity.spotChecks[0]?.endsAt ?? null,
    millisecondsLeft: millisecondsLeft(at),
  }
}
