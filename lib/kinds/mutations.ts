import type { Actor } from '@/lib/access/actor'
import { changesBetween, type Changes } from '@/lib/access/audit'
import type { ActivitySubject } from '@/lib/activities/queries'
import { isHeld } from '@/lib/activities/rules'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { membershipsConcerned } from '@/lib/places/policy'
import { lockActivity } from '@/lib/places/room-mutations'
import { insidePractices } from '@/lib/practices/policy'
import type { SpeakerSubject } from './queries'
import { speakersMax, takesQuestion, takesSpeakers } from './rules'
import type { NameSpeakerInput, WriteDiscussionInput } from './schema'

type By = { userId: string; at: Date }

/** What is discussed, and once it has been held what came of it. Of two who write at once the second one is told. */
export async function writeDiscussion(
  tx: Tx,
  { activity, input, by }: { activity: ActivitySubject; input: WriteDiscussionInput; by: By },
): Promise<Changes> {
  const locked = await lockActivity(tx, activity.id)
  const standing = { kind: activity.kind, state: locked.state }
  refuseUnless(takesQuestion(standing), 'ACTIVITY_TAKES_NO_QUESTION')
  const { question, outcome, version } = input
  if (outcome !== '' && !isHeld(standing)) throw new Refusal('DISCUSSION_NOT_HELD', { outcome: 'NOT_HELD_YET' })
  const before = await tx.activityDiscussion.findUnique({
    where: { activityId: activity.id },
    select: { question: true, outcome: true, version: true },
  })
  refuseUnless((before?.version ?? null) === version, 'CONFLICT')
  const text = { question, outcome, writtenById: by.userId }
  await tx.activityDiscussion.upsert({
    where: { activityId: activity.id },
    create: { activityId: activity.id, ...text },
    update: { ...text, version: { increment: 1 } },
    select: { version: true },
  })
  return changesBetween<Record<string, unknown>>(before ?? {}, { question, outcome })
}

/**
 * A member of the activity's alliances shares its experience; with one of its practices, if the actor may read that.
 * @returns its name; null: it was named already, and nothing changes
 */
export async function nameSpeaker(
  tx: Tx,
  { activity, input, actor, by }: { activity: ActivitySubject; input: NameSpeakerInput; actor: Actor; by: By },
): Promise<string | null> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(takesSpeakers({ kind: activity.kind, state: locked.state }), 'ACTIVITY_TAKES_NO_SPEAKERS')
  const { enterpriseId, theme, practiceId } = input
  const member = await tx.membership.findFirst({
    where: { AND: [{ enterpriseId }, membershipsConcerned(activity)] },
    select: { enterprise: { select: { name: true } } },
  })
  if (!member) throw new Refusal('INVALID', { enterpriseId: 'NOT_A_CHOICE' })
  if (practiceId) {
    const own = await tx.practice.count({ where: { AND: [{ id: practiceId, enterpriseId }, insidePractices(actor)] } })
    if (own === 0) throw new Refusal('INVALID', { practiceId: 'NOT_OF_SPEAKER' })
  }
  refuseUnless((await tx.activitySpeaker.count({ where: { activityId: activity.id } })) < speakersMax, 'SPEAKERS_FULL')
  const { count } = await tx.activitySpeaker.createMany({
    data: { activityId: activity.id, enterpriseId, theme, practiceId, namedById: by.userId, namedAt: by.at },
    skipDuplicates: true,
  })
  return count === 1 ? member.enterprise.name : null
}

/** False: it was removed already. */
export async function removeSpeaker(tx: Tx, { id, activity }: SpeakerSubject): Promise<boolean> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(takesSpeakers({ kind: activity.kind, state: locked.state }), 'ACTIVITY_TAKES_NO_SPEAKERS')
  const { count } = await tx.activitySpeaker.deleteMany({ where: { id } })
  return count === 1
}
