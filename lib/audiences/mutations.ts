import { changesBetween, type Changes } from '@/lib/access/audit'
import { markPassed } from '@/lib/activities/draft-mutations'
import { inviteAlliances } from '@/lib/activities/mutations'
import type { ActivitySubject } from '@/lib/activities/queries'
import { editableStates, isEditable } from '@/lib/activities/rules'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { keepRule, reviseInvitations } from '@/lib/places/audience-mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import { readAudience } from './queries'
import type { ChooseAudienceInput } from './schema'

type Choosing = { activity: ActivitySubject; input: ChooseAudienceInput; at: Date }

/**
 * Keeps whom the activity is for. Once it is published, whoever is newly met is invited and told in the same transaction,
 * and who is not met any more loses the link unless they have answered. Refuses what was held, and an older version.
 */
export async function chooseAudience(tx: Tx, { activity, input, at }: Choosing): Promise<Changes> {
  const locked = await lockActivity(tx, activity.id)
  refuseUnless(isEditable(locked), 'ACTIVITY_NOT_EDITABLE')
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version: input.version, state: { in: [...editableStates] } },
    data: { version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')

  const before = await readAudience(tx, activity)
  const alliances = await inviteAlliances(tx, { activity, allianceIds: input.allianceIds })
  const jurisdictions = await jurisdictionsOf(tx, input.jurisdictionIds)
  await keepRule(tx, activity.id)
  const { businessKinds, mandateKinds, isUntrainedOnly } = input
  await tx.audienceRule.update({
    where: { activityId: activity.id },
    data: { businessKinds, mandateKinds, isUntrainedOnly },
  })
  await tx.audienceJurisdiction.deleteMany({ where: { activityId: activity.id } })
  await tx.audienceJurisdiction.createMany({
    data: jurisdictions.map(({ id }) => ({ activityId: activity.id, jurisdictionId: id })),
  })
  if (locked.state === 'DRAFT') await markPassed(tx, { activityId: activity.id, section: 'AUDIENCE', at })
  await reviseInvitations(tx, { activityId: activity.id, at })
  return changesBetween(
    {
      alliances: activity.alliances.map((one) => one.alliance.shortName).sort(),
      jurisdictions: before.jurisdictions.map(({ name }) => name),
      businessKinds: before.businessKinds,
      mandateKinds: before.mandateKinds,
      isUntrainedOnly: before.isUntrainedOnly,
    },
    {
      alliances: alliances.sort(),
      jurisdictions: jurisdictions.map(({ shortName }) => shortName),
      businessKinds,
      mandateKinds,
      isUntrainedOnly,
    },
  )
}

async function jurisdictionsOf(tx: Tx, wanted: string[]): Promise<{ id: string; shortName: string }[]> {
  const ids = [...new Set(wanted)]
  const found = await tx.jurisdiction.findMany({
    where: { id: { in: ids } },
    select: { id: true, shortName: true },
    orderBy: { sortOrder: 'asc' },
  })
  if (found.length !== ids.length) throw new Refusal('INVALID', { jurisdictionIds: 'NOT_A_CHOICE' })
  return found
}

type Firm = { activityId: string; enterpriseId: string; at: Date }

/** Does not invite a firm of the audience, or not any more. False: it was left out already. */
export async function leaveOut(tx: Tx, { activityId, enterpriseId, at }: Firm): Promise<boolean> {
  refuseUnless(isEditable(await lockActivity(tx, activityId)), 'ACTIVITY_NOT_EDITABLE')
  await keepRule(tx, activityId)
  const { count } = await tx.audienceExclusion.createMany({
    data: { activityId, enterpriseId },
    skipDuplicates: true,
  })
  if (count === 0) return false
  await reviseInvitations(tx, { activityId, at })
  return true
}

/** Takes a firm back into the audience. False: it was not left out. */
export async function readmit(tx: Tx, { activityId, enterpriseId, at }: Firm): Promise<boolean> {
  refuseUnless(isEditable(await lockActivity(tx, activityId)), 'ACTIVITY_NOT_EDITABLE')
  const { count } = await tx.audienceExclusion.deleteMany({ where: { activityId, enterpriseId } })
  if (count === 0) return false
  await reviseInvitations(tx, { activityId, at })
  return true
}
