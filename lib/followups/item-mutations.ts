import { changesBetween } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { memberName } from '@/lib/alliances/subject-queries'
import { dayOf, fromDate, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { followupFacts, lockHeld } from './decision-mutations'
import { tellOwner } from './notice-mutations'
import { dueYearsMax, linesMax } from './rules'
import type { ItemFields } from './schema'
import type { FollowupActivity, ItemSubject } from './subject-queries'

type Writer = { userId: string; today: Day }

export async function giveItem(
  tx: Tx,
  activity: FollowupActivity,
  fields: ItemFields & Writer,
): Promise<Outcome<{ itemId: string }>> {
  await lockHeld(tx, activity.id)
  const { text, decisionId, ownerEnterpriseId, ownerPerson, dueOn } = fields
  refuseFarDay(activity, dueOn)
  await refuseOtherDecision(tx, activity.id, decisionId)
  const owner = await ownerName(tx, activity.hostAllianceId, ownerEnterpriseId, fields.today)
  const given = await tx.actionItem.count({ where: { activityId: activity.id } })
  refuseUnless(given < linesMax, 'FOLLOWUPS_TOO_MANY', { max: linesMax })
  const { id } = await tx.actionItem.create({
    data: {
      activityId: activity.id,
      decisionId,
      text,
      ownerEnterpriseId,
      ownerPerson,
      dueOn: toDate(dueOn),
      givenById: fields.userId,
      givenAt: now(),
    },
    select: { id: true },
  })
  await tellOwner(tx, 'ACTION_ITEM_GIVEN', activity, { ownerEnterpriseId, owner, text, dueOn })
  const changes = changesBetween({}, { actionItem: text, owner, person: ownerPerson, dueOn })
  return { data: { itemId: id }, record: followupFacts(activity, changes) }
}

/** Only what is still open is changed: a report is of what was asked for. */
export async function reviseItem(
  tx: Tx,
  item: ItemSubject,
  { version, today, ...fields }: ItemFields & { version: number; today: Day },
): Promise<Outcome<{ version: number }>> {
  const { text, decisionId, ownerEnterpriseId, ownerPerson, dueOn } = fields
  const { activity } = item
  refuseFarDay(activity, dueOn)
  if (decisionId !== item.decisionId) await refuseOtherDecision(tx, activity.id, decisionId)
  const stays = ownerEnterpriseId === item.ownerEnterpriseId
  const was = item.ownerEnterprise?.name ?? null
  const owner = stays ? was : await ownerName(tx, activity.hostAllianceId, ownerEnterpriseId, today)
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, version, state: 'OPEN', removedAt: null },
    data: { text, decisionId, ownerEnterpriseId, ownerPerson, dueOn: toDate(dueOn), version: { increment: 1 } },
  })
  refuseUnless(count === 1 || item.state === 'OPEN', 'ACTION_ITEM_DONE')
  refuseUnless(count === 1, 'CONFLICT')
  if (!stays || text !== item.text || dueOn !== fromDate(item.dueOn))
    await tellOwner(tx, 'ACTION_ITEM_GIVEN', activity, { ownerEnterpriseId, owner, text, dueOn })
  const before = { actionItem: item.text, owner: was, person: item.ownerPerson, dueOn: fromDate(item.dueOn) }
  const changes = changesBetween(before, { actionItem: text, owner, person: ownerPerson, dueOn })
  return { data: { version: version + 1 }, record: followupFacts(activity, changes) }
}

export async function removeItem(tx: Tx, item: ItemSubject): Promise<Outcome<null>> {
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, removedAt: null },
    data: { removedAt: now(), version: { increment: 1 } },
  })
  const record = count === 1 ? followupFacts(item.activity, { actionItem: [item.text, null] }) : null
  return { data: null, record }
}

export async function restoreItem(tx: Tx, item: ItemSubject): Promise<Outcome<null>> {
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, removedAt: { not: null } },
    data: { removedAt: null, version: { increment: 1 } },
  })
  const record = count === 1 ? followupFacts(item.activity, { actionItem: [null, item.text] }) : null
  return { data: null, record }
}

/** What falls to the organiser needs nobody else's word; what an enterprise reports waits for the organiser. */
export async function finishItem(
  tx: Tx,
  item: ItemSubject,
  { evidence, userId }: { evidence: string; userId: string },
): Promise<Outcome<null>> {
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, state: 'OPEN', removedAt: null, ownerEnterpriseId: item.ownerEnterpriseId },
    data: {
      state: item.ownerEnterpriseId ? 'DONE' : 'CONFIRMED',
      evidence,
      doneAt: now(),
      doneById: userId,
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, 'ACTION_ITEM_NOT_OPEN')
  return {
    data: null,
    record: followupFacts(item.activity, { actionItem: [null, item.text], evidence: [null, evidence] }),
  }
}

/** `version` is that of the report which was read. */
export async function confirmItem(tx: Tx, item: ItemSubject, version: number): Promise<Outcome<null>> {
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, version, state: 'DONE', removedAt: null },
    data: { state: 'CONFIRMED', version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  return { data: null, record: followupFacts(item.activity, { actionItem: [null, item.text] }) }
}

/** Back to its owner; what was reported stays readable, and the next report writes over it. */
export async function reopenItem(tx: Tx, item: ItemSubject, version: number): Promise<Outcome<null>> {
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, version, state: { in: ['DONE', 'CONFIRMED'] }, removedAt: null },
    data: { state: 'OPEN', doneAt: null, doneById: null, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const { ownerEnterpriseId, ownerEnterprise, text, dueOn } = item
  await tellOwner(tx, 'ACTION_ITEM_RETURNED', item.activity, {
    ownerEnterpriseId,
    owner: ownerEnterprise?.name ?? null,
    text,
    dueOn: fromDate(dueOn),
  })
  return {
    data: null,
    record: followupFacts(item.activity, { actionItem: [null, item.text], evidence: [item.evidence, null] }),
  }
}

function refuseFarDay({ startsAt }: FollowupActivity, dueOn: Day): void {
  const heldOn = dayOf(startsAt)
  if (dueOn < heldOn) throw new Refusal('INVALID', { dueOn: 'IN_THE_PAST' })
  if (dueOn > plusDays(heldOn, dueYearsMax * 365)) throw new Refusal('INVALID', { dueOn: 'TOO_FAR' })
}

async function refuseOtherDecision(tx: Tx, activityId: string, id: string | null): Promise<void> {
  if (!id) return
  const known = await tx.activityDecision.findFirst({
    where: { id, activityId, removedAt: null },
    select: { id: true },
  })
  if (!known) throw new Refusal('INVALID', { decisionId: 'NOT_A_CHOICE' })
}

/** The owner is an enterprise of the host alliance on the day it is given something to do. */
async function ownerName(tx: Tx, allianceId: string, ownerId: string | null, today: Day): Promise<string | null> {
  if (!ownerId) return null
  const name = await memberName(tx, { allianceId, enterpriseId: ownerId, today })
  if (name === null) throw new Refusal('INVALID', { ownerEnterpriseId: 'NOT_A_CHOICE' })
  return name
}
