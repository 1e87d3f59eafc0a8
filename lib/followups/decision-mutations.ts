import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { isHeld } from '@/lib/activities/rules'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { refuseUnless } from '@/lib/core/result'
import { lockActivity } from '@/lib/places/room-mutations'
import { linesMax } from './rules'
import type { DecisionSubject, FollowupActivity } from './subject-queries'

export const followupFacts = ({ id, title }: Pick<FollowupActivity, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

/** Locks the activity: minutes are of what has taken place, and lines are numbered one after the other. */
export async function lockHeld(tx: Tx, activityId: string): Promise<void> {
  const activity = await lockActivity(tx, activityId)
  refuseUnless(isHeld(activity), 'ACTIVITY_NOT_HELD')
}

export async function recordDecision(
  tx: Tx,
  activity: FollowupActivity,
  { text, userId }: { text: string; userId: string },
): Promise<Outcome<{ decisionId: string }>> {
  await lockHeld(tx, activity.id)
  const { _count, _max } = await tx.activityDecision.aggregate({
    where: { activityId: activity.id },
    _count: true,
    _max: { position: true },
  })
  refuseUnless(_count < linesMax, 'FOLLOWUPS_TOO_MANY', { max: linesMax })
  const { id } = await tx.activityDecision.create({
    data: {
      activityId: activity.id,
      position: (_max.position ?? 0) + 1,
      text,
      recordedById: userId,
      recordedAt: now(),
    },
    select: { id: true },
  })
  return { data: { decisionId: id }, record: followupFacts(activity, { decision: [null, text] }) }
}

export async function reviseDecision(
  tx: Tx,
  decision: DecisionSubject,
  { version, text }: { version: number; text: string },
): Promise<Outcome<{ version: number }>> {
  const { count } = await tx.activityDecision.updateMany({
    where: { id: decision.id, version, removedAt: null },
    data: { text, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const record = text === decision.text ? null : followupFacts(decision.activity, { decision: [decision.text, text] })
  return { data: { version: version + 1 }, record }
}

/** It can be put back; its action items stay, for they were given all the same. */
export async function removeDecision(tx: Tx, decision: DecisionSubject): Promise<Outcome<null>> {
  const { count } = await tx.activityDecision.updateMany({
    where: { id: decision.id, removedAt: null },
    data: { removedAt: now() },
  })
  const record = count === 1 ? followupFacts(decision.activity, { decision: [decision.text, null] }) : null
  return { data: null, record }
}

export async function restoreDecision(tx: Tx, decision: DecisionSubject): Promise<Outcome<null>> {
  const { count } = await tx.activityDecision.updateMany({
    where: { id: decision.id, removedAt: { not: null } },
    data: { removedAt: null },
  })
  const record = count === 1 ? followupFacts(decision.activity, { decision: [null, decision.text] }) : null
  return { data: null, record }
}
