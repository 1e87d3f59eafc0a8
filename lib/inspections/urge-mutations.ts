import { plusDays, startOfDay, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { tellLate, tellOfLongLate } from './notice-mutations'
import { pairSelect } from './queries'
import { answeredWithinDays, escalatedAfterDays, owedStates, urgedActivityStates } from './rules'

/** Findings whose day (`dueDayOf`) lies before this one, and which the inspected member still owes. */
const dueBefore = (day: Day) =>
  ({
    state: { in: [...owedStates] },
    pair: { activity: { state: { in: [...urgedActivityStates] } } },
    OR: [
      { dueOn: { lt: toDate(day) } },
      { dueOn: null, measure: '', recordedAt: { lt: startOfDay(plusDays(day, -answeredWithinDays)) } },
    ],
  }) satisfies Prisma.InspectionFindingWhereInput

/** Overdue findings that have not been urged today. */
export const toUrge = (today: Day) =>
  ({
    ...dueBefore(today),
    urges: { none: { onDay: toDate(today) } },
  }) satisfies Prisma.InspectionFindingWhereInput

/** Findings so long overdue that others are told, who have not been told. */
export const longOverdue = (today: Day) =>
  ({
    ...dueBefore(plusDays(today, 1 - escalatedAfterDays)),
    escalatedAt: null,
  }) satisfies Prisma.InspectionFindingWhereInput

/**
 * Urges the inspected member about what is overdue in a pair: each finding once a day, as the constraint on the day says
 * where two rounds run at once. Its people are told once, with how many.
 * @returns how many findings
 */
export async function urgePair(tx: Tx, pairId: string, { today }: { today: Day }): Promise<number> {
  const overdue = await tx.inspectionFinding.findMany({
    where: { AND: [{ pairId }, toUrge(today)] },
    select: { id: true },
    orderBy: { position: 'asc' },
  })
  const { count } = await tx.inspectionUrge.createMany({
    data: overdue.map(({ id }) => ({ findingId: id, onDay: toDate(today) })),
    skipDuplicates: true,
  })
  if (count === 0) return 0
  await tellLate(tx, await tx.inspectionPair.findUniqueOrThrow({ where: { id: pairId }, select: pairSelect }), count)
  return count
}

const escalatedSelect = {
  ...pairSelect,
  inspected: { select: { name: true, supervisingJurisdictionId: true } },
} satisfies Prisma.InspectionPairSelect

/**
 * Tells the coordinator and the district that supervises the inspected member how many findings of a pair are long overdue.
 * That they were told is kept in the same transaction, so that a second round tells nobody twice.
 * @returns how many findings
 */
export async function escalatePair(tx: Tx, pairId: string, { today, at }: { today: Day; at: Date }): Promise<number> {
  const { count } = await tx.inspectionFinding.updateMany({
    where: { AND: [{ pairId }, longOverdue(today)] },
    data: { escalatedAt: at },
  })
  if (count === 0) return 0
  const pair = await tx.inspectionPair.findUniqueOrThrow({ where: { id: pairId }, select: escalatedSelect })
  const { supervisingJurisdictionId: jurisdictionId } = pair.inspected
  await tellOfLongLate(tx, pair, { count, days: escalatedAfterDays, jurisdictionId })
  return count
}
