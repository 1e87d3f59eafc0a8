import type { Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { canConfirmItem, canFinishItem, canRecordFollowups, visibleActionItems, visibleDecisions } from './policy'
import { isOverdue } from './rules'

const decisionSelect = { id: true, text: true, version: true } satisfies Prisma.ActivityDecisionSelect

const itemSelect = {
  id: true,
  text: true,
  decisionId: true,
  ownerEnterpriseId: true,
  ownerEnterprise: { select: { name: true } },
  ownerPerson: true,
  dueOn: true,
  state: true,
  evidence: true,
  doneAt: true,
  doneBy: { select: { name: true } },
  version: true,
  activity: { select: { id: true, title: true, hostAllianceId: true } },
} satisfies Prisma.ActionItemSelect

export type DecisionRow = Prisma.ActivityDecisionGetPayload<{ select: typeof decisionSelect }>
export type ItemRow = Omit<Prisma.ActionItemGetPayload<{ select: typeof itemSelect }>, 'dueOn'> & {
  dueOn: Day
  isOverdue: boolean
  /** What this actor may do with it now. */
  may: { revise: boolean; finish: boolean; confirm: boolean; reopen: boolean }
}

const inOrder = [{ dueOn: 'asc' }, { id: 'asc' }] satisfies Prisma.ActionItemOrderByWithRelationInput[]

/** The row as this actor meets it today. */
function seenBy(actor: Actor, row: Prisma.ActionItemGetPayload<{ select: typeof itemSelect }>): ItemRow {
  const dueOn = fromDate(row.dueOn)
  const runs = canRecordFollowups(actor, row.activity)
  const may = {
    revise: runs && row.state === 'OPEN',
    finish: row.state === 'OPEN' && canFinishItem(actor, row),
    confirm: row.state === 'DONE' && canConfirmItem(actor, row),
    reopen: row.state !== 'OPEN' && runs,
  }
  return { ...row, dueOn, may, isOverdue: isOverdue({ state: row.state, dueOn }, actor.today) }
}

/** In the order in which they were recorded. */
export const listDecisions = (actor: Actor, activityId: string): Promise<DecisionRow[]> =>
  db.activityDecision.findMany({
    where: { AND: [{ activityId }, visibleDecisions(actor)] },
    select: decisionSelect,
    orderBy: { position: 'asc' },
  })

export async function listActionItems(actor: Actor, activityId: string): Promise<ItemRow[]> {
  const rows = await db.actionItem.findMany({
    where: { AND: [{ activityId }, visibleActionItems(actor)] },
    select: itemSelect,
    orderBy: inOrder,
  })
  return rows.map((row) => seenBy(actor, row))
}

export type OpenItems = { rows: ItemRow[]; total: number }

const shownMax = 50

async function listOpen(actor: Actor, which: Prisma.ActionItemWhereInput): Promise<OpenItems> {
  const where = { AND: [which, visibleActionItems(actor)] }
  const [rows, total] = await Promise.all([
    db.actionItem.findMany({ where, select: itemSelect, orderBy: inOrder, take: shownMax }),
    db.actionItem.count({ where }),
  ])
  return { rows: rows.map((row) => seenBy(actor, row)), total }
}

/** What earlier activities of the alliance left undone, or unconfirmed: the next meeting opens with it. */
export const listLeftOver = (
  actor: Actor,
  { hostAllianceId, startsAt }: { hostAllianceId: string; startsAt: Date },
): Promise<OpenItems> =>
  listOpen(actor, {
    state: { in: ['OPEN', 'DONE'] },
    activity: { hostAllianceId, startsAt: { lt: startsAt } },
  })

/**
 * What waits for the actor, the most urgent first: what its enterprise has to do; for a coordinator what the organiser
 * has to do, and what was reported done and nobody has confirmed.
 */
export async function listOwnOpenItems(actor: Actor): Promise<OpenItems> {
  const { hat } = actor
  if (hat.kind === 'ENTERPRISE') return listOpen(actor, { state: 'OPEN', ownerEnterpriseId: hat.enterpriseId })
  if (hat.kind === 'INSURER')
    return listOpen(actor, {
      OR: [{ state: 'DONE' }, { state: 'OPEN', ownerEnterpriseId: null }],
      activity: { hostAllianceId: { in: hat.allianceIds } },
    })
  return { rows: [], total: 0 }
}

/** Members of the host alliance that may be given something to do today, by name; for whoever records the minutes. */
export async function listItemOwners(
  actor: Actor,
  activity: { hostAllianceId: string },
): Promise<{ id: string; name: string }[]> {
  if (!canRecordFollowups(actor, activity)) return []
  const day = toDate(actor.today)
  const members = await db.membership.findMany({
    where: {
      allianceId: activity.hostAllianceId,
      joinedOn: { lte: day },
      OR: [{ leftOn: null }, { leftOn: { gt: day } }],
    },
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: [{ kind: 'asc' }, { enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  return members.map(({ enterprise }) => enterprise)
}
