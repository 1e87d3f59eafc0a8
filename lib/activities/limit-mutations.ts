import { changesBetween, type Changes } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { moveUpWaiting } from '@/lib/places/mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import type { ActivitySubject } from './queries'
import { editableStates, isEditable } from './rules'
import type { LimitPlacesInput } from './schema'

/**
 * Sets what one enterprise may hold, what the members of each alliance may hold together, and for how long a place that came
 * free is kept for whoever waited longest. What was given already stays given: a limit of an alliance below it is refused,
 * one of enterprises holds for the next who ask.
 * @returns what changed, for the trail
 */
export async function limitPlaces(
  tx: Tx,
  { activity, input, at }: { activity: ActivitySubject; input: LimitPlacesInput; at: Date },
): Promise<Changes> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(isEditable(locked), 'ACTIVITY_NOT_EDITABLE')
  const before = await limitsOf(tx, activity.id)
  const { perEnterprise, offerHours } = input
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version: input.version, state: { in: [...editableStates] } },
    data: { perEnterprise, offerHours, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  for (const [index, limit] of input.alliances.entries()) await limitAlliance(tx, activity.id, { ...limit, index })
  await moveUpWaiting(tx, activity.id, at)
  return changesBetween(before, await limitsOf(tx, activity.id))
}

type AllianceLimit = { allianceId: string; capacity: number | null; index: number }

async function limitAlliance(tx: Tx, activityId: string, { allianceId, capacity, index }: AllianceLimit) {
  const one = await tx.activityAlliance.findUnique({
    where: { activityId_allianceId: { activityId, allianceId } },
    select: { placesTaken: true },
  })
  const field = `alliances.${index}.capacity`
  if (!one) throw new Refusal('CONFLICT')
  if (capacity !== null && capacity < one.placesTaken)
    throw new Refusal('CAPACITY_BELOW_TAKEN', { [field]: 'BELOW_TAKEN' }, { taken: one.placesTaken })
  const { count } = await tx.activityAlliance.updateMany({
    where: { activityId, allianceId, ...(capacity === null ? {} : { placesTaken: { lte: capacity } }) },
    data: { capacity },
  })
  refuseUnless(count === 1, 'BUSY')
}

/** As the trail tells of them: alliances by name. */
async function limitsOf(tx: Tx, id: string) {
  const { perEnterprise, offerHours, alliances } = await tx.activity.findUniqueOrThrow({
    where: { id },
    select: {
      perEnterprise: true,
      offerHours: true,
      alliances: {
        select: { capacity: true, alliance: { select: { shortName: true } } },
        orderBy: { alliance: { sortOrder: 'asc' } },
      },
    },
  })
  const limited = alliances.filter(({ capacity }) => capacity !== null)
  const allianceLimits = limited.map(({ capacity, alliance }) => `${alliance.shortName} ${capacity}`)
  return { perEnterprise, offerHours, allianceLimits }
}
