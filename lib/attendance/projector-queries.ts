import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { takesCheckIns } from '@/lib/activities/rules'
import { db } from '@/lib/core/db'
import { publicUrl } from '@/lib/core/env'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { millisecondsLeft, scannedAddress, stepAt, typedCode } from './code-rules'
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
  millisecondsLeft: number
}

/** The code of the moment, for whoever runs the activity while it takes check-ins; the key itself never leaves. */
export async function getProjected(actor: Actor, id: string): Promise<Projected | null> {
  if (!isId(id)) return null
  const activity = await db.activity.findFirst({
    where: { AND: [{ id }, visibleActivities(actor)] },
    select: projectedSelect,
  })
  if (!activity || !canShowCheckInCode(actor, activity) || !takesCheckIns(activity)) return null
  const at = now()
  return {
    id: activity.id,
    title: activity.title,
    hostAllianceId: activity.hostAllianceId,
    startsAt: activity.startsAt,
    typed: typedCode(activity, stepAt(at)),
    address: scannedAddress(publicUrl, activity, stepAt(at)),
    standing: checkInStanding(activity, at),
    millisecondsLeft: millisecondsLeft(at),
  }
}
