import type { Actor } from '@/lib/access/actor'
import type { ActivitySubject } from '@/lib/activities/queries'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { audienceOf } from '@/lib/places/audience-policy'
import { canPairMembers, insidePairs, visibleFindings, visiblePairs } from './policy'
import { isOverdue, owedStates } from './rules'

const activitySelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  place: true,
  hostAllianceId: true,
} satisfies Prisma.ActivitySelect

export const pairSelect = {
  id: true,
  scope: true,
  inspectorId: true,
  inspector: { select: { name: true } },
  inspectedId: true,
  inspected: { select: { name: true } },
  activity: { select: activitySelect },
} satisfies Prisma.InspectionPairSelect

export type PairSubject = Prisma.InspectionPairGetPayload<{ select: typeof pairSelect }>

/** A pair that the actor knows of. */
export const pairSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<PairSubject | null> =>
  tx.inspectionPair.findFirst({ where: { AND: [{ id }, visiblePairs(actor)] }, select: pairSelect })

/** A pair whose findings the actor reads. */
export const insideSubject = (tx: Tx, actor: Actor, { pairId }: { pairId: string }): Promise<PairSubject | null> =>
  tx.inspectionPair.findFirst({ where: { AND: [{ id: pairId }, insidePairs(actor)] }, select: pairSelect })

const findingSelect = {
  id: true,
  position: true,
  location: true,
  text: true,
  severity: true,
  state: true,
  recordedById: true,
  recordedBy: { select: { name: true } },
  recordedAt: true,
  dueOn: true,
  measure: true,
  answeredBy: { select: { id: true, name: true } },
  answeredAt: true,
  reason: true,
  closedBy: { select: { name: true } },
  closedAt: true,
  version: true,
  urges: { select: { onDay: true }, orderBy: { onDay: 'desc' } },
  _count: { select: { files: { where: { removedAt: null } } } },
} satisfies Prisma.InspectionFindingSelect

export type FindingRow = Prisma.InspectionFindingGetPayload<{ select: typeof findingSelect }>

export const findingSubjectSelect = {
  ...findingSelect,
  pair: { select: pairSelect },
} satisfies Prisma.InspectionFindingSelect

export type FindingSubject = Prisma.InspectionFindingGetPayload<{ select: typeof findingSubjectSelect }>

export const findingSubject = (
  tx: Tx,
  actor: Actor,
  { findingId }: { findingId: string },
): Promise<FindingSubject | null> =>
  tx.inspectionFinding.findFirst({
    where: { AND: [{ id: findingId }, visibleFindings(actor)] },
    select: findingSubjectSelect,
  })

const detailSelect = {
  ...pairSelect,
  findings: { select: findingSelect, orderBy: { position: 'asc' } },
} satisfies Prisma.InspectionPairSelect

export type PairDetail = Prisma.InspectionPairGetPayload<{ select: typeof detailSelect }>

/** One pair with what was found; null where it is absent or not for this actor. */
export const getPair = async (actor: Actor, id: string): Promise<PairDetail | null> =>
  isId(id) ? db.inspectionPair.findFirst({ where: { AND: [{ id }, insidePairs(actor)] }, select: detailSelect }) : null

const rowSelect = (actor: Actor) =>
  ({
    ...pairSelect,
    findings: { where: visibleFindings(actor), select: { state: true } },
  }) satisfies Prisma.InspectionPairSelect

/** `isInside`: the actor may open it and read what was found. */
export type PairRow = Prisma.InspectionPairGetPayload<{ select: ReturnType<typeof rowSelect> }> & { isInside: boolean }

/** Who goes to whom, by name. */
export async function listPairs(actor: Actor, activityId: string): Promise<PairRow[]> {
  const rows = await db.inspectionPair.findMany({
    where: { AND: [{ activityId }, visiblePairs(actor)] },
    select: rowSelect(actor),
    orderBy: [{ inspector: { name: 'asc' } }, { inspected: { name: 'asc' } }, { id: 'asc' }],
  })
  const inside = new Set(
    await listSeenPairIds(
      actor,
      rows.map(({ id }) => id),
    ),
  )
  return rows.map((row) => ({ ...row, isInside: inside.has(row.id) }))
}

/** Of these pairs the ones whose findings the actor still reads. */
export async function listSeenPairIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.inspectionPair.findMany({
    where: { AND: [{ id: { in: ids } }, insidePairs(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** The members that may be paired: whom the audience means. Nothing for whoever pairs nobody. */
export async function listPairable(
  actor: Actor,
  activity: Pick<ActivitySubject, 'id' | 'hostAllianceId'>,
): Promise<{ id: string; name: string }[]> {
  if (!canPairMembers(actor, activity)) return []
  return db.$queryRaw`WITH ${audienceOf(activity.id, actor.today)}
    SELECT e.id, e.name FROM firm JOIN enterprises e ON e.id = firm.enterprise_id ORDER BY e.name, e.id`
}

const owedSelect = {
  id: true,
  inspector: { select: { name: true } },
  inspectedId: true,
  inspected: { select: { name: true } },
  activity: { select: { title: true } },
} satisfies Prisma.InspectionPairSelect

/** `late`: of what it has to mend, how many are past their day. */
export type OwedPair = Prisma.InspectionPairGetPayload<{ select: typeof owedSelect }> & { count: number; late: number }

const datedSelect = {
  state: true,
  dueOn: true,
  measure: true,
  recordedAt: true,
} satisfies Prisma.InspectionFindingSelect

/** What an enterprise has still to do: answer or mend what was found at its plant, confirm what others have mended. */
export async function listOwedPairs(actor: Actor): Promise<OwedPair[]> {
  if (actor.hat.kind !== 'ENTERPRISE') return []
  const { enterpriseId } = actor.hat
  const owed: Prisma.InspectionFindingWhereInput = {
    OR: [
      { pair: { inspectedId: enterpriseId }, state: { in: [...owedStates] } },
      { pair: { inspectorId: enterpriseId }, state: 'FIXED' },
    ],
  }
  const rows = await db.inspectionPair.findMany({
    where: { AND: [insidePairs(actor), { findings: { some: owed } }] },
    select: { ...owedSelect, findings: { where: owed, select: datedSelect } },
    orderBy: [{ activity: { startsAt: 'asc' } }, { id: 'asc' }],
    take: 20,
  })
  return rows.map(({ findings, ...row }) => ({
    ...row,
    count: findings.length,
    late: findings.filter((finding) => isOverdue(finding, actor.today)).length,
  }))
}
