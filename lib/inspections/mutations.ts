import type { ActivitySubject } from '@/lib/activities/queries'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { meetsEnterprise } from '@/lib/places/audience-mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import { tellPaired, tellUnpaired } from './notice-mutations'
import type { PairSubject } from './queries'
import { isAnnounced, pairsMax, takesPairs } from './rules'
import type { PairMembersInput } from './schema'

type By = { userId: string; at: Date }
type Pairing = { activity: ActivitySubject; input: PairMembersInput; by: By }

type Named = { id: string; name: string; creditCode: string }

/** Both are of the audience, and two legal persons: stations of one company would inspect themselves. */
async function membersOf(tx: Tx, { activity, input, by }: Pairing): Promise<{ inspector: Named; inspected: Named }> {
  const read = (id: string) =>
    tx.enterprise.findUnique({ where: { id }, select: { id: true, name: true, creditCode: true } })
  const isMet = (enterpriseId: string) => meetsEnterprise(tx, { activityId: activity.id, enterpriseId, at: by.at })
  const inspector = (await isMet(input.inspectorId)) ? await read(input.inspectorId) : null
  if (!inspector) throw new Refusal('INVALID', { inspectorId: 'NOT_A_CHOICE' })
  const inspected = (await isMet(input.inspectedId)) ? await read(input.inspectedId) : null
  if (!inspected) throw new Refusal('INVALID', { inspectedId: 'NOT_A_CHOICE' })
  if (inspector.creditCode === inspected.creditCode) throw new Refusal('INVALID', { inspectedId: 'SAME_LEGAL_PERSON' })
  return { inspector, inspected }
}

/**
 * One member of the audience inspects another (notice 三(五), 隐患互查). A member may stand in several pairs, on either
 * side. Both are told, unless the activity is still a draft. Refuses the same two with another scope.
 * @returns the pair and its words, and whether it is new: pressed twice, it is there once
 */
export async function pairMembers(tx: Tx, pairing: Pairing): Promise<{ id: string; isNew: boolean; words: string }> {
  const { activity, input, by } = pairing
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(takesPairs({ kind: activity.kind, state: locked.state }), 'ACTIVITY_TAKES_NO_PAIRS')
  const { inspector, inspected } = await membersOf(tx, pairing)
  const words = `${inspector.name} → ${inspected.name}`
  const { scope } = input
  const sides = { activityId: activity.id, inspectorId: inspector.id, inspectedId: inspected.id }
  const before = await tx.inspectionPair.findFirst({ where: sides, select: { id: true, scope: true } })
  if (before) {
    refuseUnless(before.scope === scope, 'PAIR_EXISTS')
    return { id: before.id, isNew: false, words }
  }
  refuseUnless((await tx.inspectionPair.count({ where: { activityId: activity.id } })) < pairsMax, 'PAIRS_FULL')
  const { id } = await tx.inspectionPair.create({
    data: { ...sides, scope, pairedById: by.userId, pairedAt: by.at },
    select: { id: true },
  })
  if (isAnnounced(locked)) await tellPaired(tx, { id, scope, ...sides, inspector, inspected, activity })
  return { id, isNew: true, words }
}

/**
 * The one goes to the other no longer. Refuses a pair of which something was found, and the last one of an activity that
 * members have been told of. False: it was removed already.
 */
export async function unpairMembers(tx: Tx, pair: PairSubject): Promise<boolean> {
  const { id, activity } = pair
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(takesPairs({ kind: activity.kind, state: locked.state }), 'ACTIVITY_TAKES_NO_PAIRS')
  const others = await tx.inspectionPair.count({ where: { activityId: activity.id, id: { not: id } } })
  refuseUnless(!isAnnounced(locked) || others > 0, 'LAST_PAIR')
  const { count } = await tx.inspectionPair.deleteMany({ where: { id, findings: { none: {} } } })
  if (count === 0) {
    refuseUnless((await tx.inspectionPair.count({ where: { id } })) === 0, 'PAIR_HAS_FINDINGS')
    return false
  }
  // A draft that was looked through with a pair is not published without one.
  await tx.activity.updateMany({ where: { id: activity.id }, data: { version: { increment: 1 } } })
  if (isAnnounced(locked)) await tellUnpaired(tx, pair)
  return true
}
