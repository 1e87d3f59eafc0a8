import type { Actor } from '@/lib/access/actor'
import { signedText } from '@/lib/access/signing'
import { visibleActivities } from '@/lib/activities/policy'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal } from '@/lib/core/result'
import { readClaim, type Claim } from './claim-rules'
import type { CodePurpose } from './code-rules'
import { visibleAttendances } from './policy'

/** What a decision about coming needs of an activity. */
export const attendedSelect = {
  id: true,
  code: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  checksOut: true,
  presenceShareMin: true,
  hostAllianceId: true,
  alliances: { select: { allianceId: true } },
} satisfies Prisma.ActivitySelect

export type AttendedActivity = Prisma.ActivityGetPayload<{ select: typeof attendedSelect }>

/** What one's own coming needs of it: the claim decides, not the alliances. */
const claimedSelect = {
  id: true,
  title: true,
  state: true,
  startsAt: true,
  endsAt: true,
  checksOut: true,
} satisfies Prisma.ActivitySelect

export type ClaimedActivity = Prisma.ActivityGetPayload<{ select: typeof claimedSelect }>

/**
 * The activity whose code was seen. The claim stands in for a reading scope: whoever was in the hall may check in, in
 * whatever alliance they are, and the claim names the activity, so that no form field does. A claim is good for one thing:
 * the code of leaving does not prove coming.
 */
const ofClaim =
  (wanted: CodePurpose) =>
  async (tx: Tx, _actor: Actor, input: { claim: string }): Promise<(ClaimedActivity & { claim: Claim }) | null> => {
    const text = signedText('check-in-claim', input.claim)
    const claim = text === null ? null : readClaim(text, now())
    if (claim?.purpose !== wanted) throw new Refusal('CHECK_IN_CLAIM_ENDED')
    const activity = await tx.activity.findFirst({ where: { id: claim.activityId }, select: claimedSelect })
    return activity && { ...activity, claim }
  }

export const activityOfClaim = ofClaim('CHECK_IN')
export const activityOfLeaving = ofClaim('CHECK_OUT')
export const activityOfSpotCheck = ofClaim('SPOT_CHECK')

export const attendedActivity = (
  tx: Tx,
  actor: Actor,
  { activityId }: { activityId: string },
): Promise<AttendedActivity | null> =>
  tx.activity.findFirst({ where: { AND: [{ id: activityId }, visibleActivities(actor)] }, select: attendedSelect })

const attendanceSelect = {
  id: true,
  userId: true,
  user: { select: { name: true } },
  enterpriseId: true,
  enterprise: { select: { name: true } },
  checkedInAt: true,
  mandateKind: true,
  method: true,
  checkedOutAt: true,
  verdict: true,
  activity: { select: attendedSelect },
} satisfies Prisma.AttendanceSelect

export type AttendanceSubject = Prisma.AttendanceGetPayload<{ select: typeof attendanceSelect }>

export const attendanceSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<AttendanceSubject | null> =>
  tx.attendance.findFirst({
    where: { AND: [{ id }, visibleAttendances(actor), { activity: visibleActivities(actor) }] },
    select: attendanceSelect,
  })
