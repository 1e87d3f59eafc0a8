import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { recordSelect } from '@/lib/enterprises/queries'
import { maskPhone } from '@/lib/enterprises/rules'
import { referenceRules } from './merge-rules'
import { canStillUndo, type MergeKind } from './rules'
import { canJudgeDuplicates, visibleMerges } from './policy'

const { sql, raw, join } = Prisma

const sideSelect = {
  ...recordSelect,
  version: true,
  closedOn: true,
  mergedIntoId: true,
  locatedDistrict: { select: { shortName: true, nameEn: true } },
  supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
} satisfies Prisma.EnterpriseSelect

export type MergeSide = Prisma.EnterpriseGetPayload<{ select: typeof sideSelect }>

export type MergeSubject = { kept: MergeSide; gone: MergeSide }

type Pair = { keptId: string; goneId: string }

/** Both entries; null unless they are two and the actor reads both dossiers. */
export async function mergeSubject(tx: Tx, actor: Actor, { keptId, goneId }: Pair): Promise<MergeSubject | null> {
  const records = await tx.enterprise.findMany({
    where: { AND: [{ id: { in: [keptId, goneId] } }, visibleDossiers(actor)] },
    select: sideSelect,
  })
  const kept = records.find(({ id }) => id === keptId.toLowerCase())
  const gone = records.find(({ id }) => id === goneId.toLowerCase())
  return kept && gone && kept !== gone ? { kept, gone } : null
}

const undoSelect = {
  id: true,
  keptId: true,
  goneId: true,
  keptVersion: true,
  goneVersion: true,
  taken: true,
  mergedAt: true,
  undoneAt: true,
  kept: { select: { name: true } },
  gone: { select: { name: true } },
} satisfies Prisma.EnterpriseMergeSelect

export type UndoSubject = Prisma.EnterpriseMergeGetPayload<{ select: typeof undoSelect }>

export const undoSubject = (tx: Tx, actor: Actor, { mergeId }: { mergeId: string }): Promise<UndoSubject | null> =>
  tx.enterpriseMerge.findFirst({ where: { AND: [{ id: mergeId }, visibleMerges(actor)] }, select: undoSelect })

export type Obstacle =
  | { code: 'MERGE_NEEDS_OPEN' | 'MERGED_ALREADY' | 'MERGE_PAIR_IS_DISTINCT' | 'MERGE_PROPOSAL_OPEN' }
  | { code: 'MERGE_ENDS_A_LEAD'; alliance: string }

/** What must be settled before two entries become one. */
export async function obstacleOf(
  client: Pick<Tx, '$queryRaw'>,
  { kept, gone }: MergeSubject,
): Promise<Obstacle | null> {
  if (kept.mergedIntoId !== null || gone.mergedIntoId !== null) return { code: 'MERGED_ALREADY' }
  if (kept.closedOn !== null || gone.closedOn !== null) return { code: 'MERGE_NEEDS_OPEN' }
  const [found] = await client.$queryRaw<{ distinct: boolean; proposal: boolean; alliance: string | null }[]>`
    SELECT EXISTS (SELECT FROM distinct_pairs WHERE first_id = least(${kept.id}::uuid, ${gone.id}::uuid)
        AND second_id = greatest(${kept.id}::uuid, ${gone.id}::uuid)) AS distinct,
      EXISTS (SELECT FROM correction_proposals WHERE enterprise_id = ${gone.id}::uuid AND state = 'OPEN') AS proposal,
      (SELECT min(a.name) FROM memberships t JOIN alliances a ON a.id = t.alliance_id
        JOIN memberships k ON k.alliance_id = t.alliance_id AND k.enterprise_id = ${kept.id}::uuid
          AND daterange(k.joined_on, k.left_on, '[)') && daterange(t.joined_on, t.left_on, '[)')
        WHERE t.enterprise_id = ${gone.id}::uuid AND t.kind = 'LEAD' AND t.left_on IS NULL) AS alliance`
  if (found?.distinct) return { code: 'MERGE_PAIR_IS_DISTINCT' }
  if (found?.proposal) return { code: 'MERGE_PROPOSAL_OPEN' }
  return found?.alliance ? { code: 'MERGE_ENDS_A_LEAD', alliance: found.alliance } : null
}

export type Moving = { kind: MergeKind; moves: number; stays: number }

/** How many rows of each kind would move, and how many stay because they speak of the entry or because both have them. */
async function countMoving({ keptId, goneId }: Pair): Promise<Moving[]> {
  const counted = referenceRules.map((rule) => {
    const stays = raw(rule.does === 'MOVES' ? (rule.unlessBoth ?? 'false') : 'true')
    return sql`SELECT ${rule.kind} AS kind, count(*) FILTER (WHERE NOT (${stays})) AS moves, count(*) FILTER (WHERE ${stays}) AS stays
      FROM ${raw(rule.table)} t, pair WHERE t.${raw(rule.column)} = pair.gone`
  })
  return db.$queryRaw<Moving[]>`
    WITH pair AS (SELECT ${keptId}::uuid AS kept, ${goneId}::uuid AS gone)
    SELECT kind, sum(moves)::int AS moves, sum(stays)::int AS stays FROM (${join(counted, ' UNION ALL ')}) c
    GROUP BY kind HAVING sum(moves) + sum(stays) > 0`
}

export type MergePreview = MergeSubject & { moving: Moving[]; obstacle: Obstacle | null }

const masked = (side: MergeSide): MergeSide => ({
  ...side,
  principalPhone: side.principalPhone && maskPhone(side.principalPhone),
  safetyLeadPhone: side.safetyLeadPhone && maskPhone(side.safetyLeadPhone),
})

/** What merging the two would do. Telephones leave masked. */
export async function getMergePreview(actor: Actor, keptId: string, goneId: string): Promise<MergePreview | null> {
  if (!canJudgeDuplicates(actor) || !isId(keptId) || !isId(goneId)) return null
  const subject = await mergeSubject(db, actor, { keptId, goneId })
  if (!subject) return null
  const [moving, obstacle] = await Promise.all([countMoving({ keptId, goneId }), obstacleOf(db, subject)])
  return { kept: masked(subject.kept), gone: masked(subject.gone), moving, obstacle }
}

const shownMax = 10

export type MergeRow = {
  id: string
  gone: { id: string; name: string }
  reason: string
  mergedAt: Date
  mergedBy: string
  undoneAt: Date | null
  undoneBy: string | null
  canUndo: boolean
}

export type MergesOf = { mergedInto: { id: string; name: string | null } | null; merges: MergeRow[] }

/** Into which entry this one was merged, and the latest ones that were merged into it. */
export async function getMergesOf(actor: Actor, enterpriseId: string): Promise<MergesOf> {
  const [entry, records] = await Promise.all([
    db.enterprise.findFirst({
      where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] },
      select: { mergedInto: { select: { id: true } } },
    }),
    db.enterpriseMerge.findMany({
      where: { AND: [{ keptId: enterpriseId }, visibleMerges(actor)] },
      select: {
        id: true,
        gone: { select: { id: true, name: true } },
        reason: true,
        mergedAt: true,
        mergedBy: { select: { name: true } },
        undoneAt: true,
        undoneBy: { select: { name: true } },
      },
      orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
      take: shownMax,
    }),
  ])
  const into = entry?.mergedInto ?? null
  const known =
    into &&
    (await db.enterprise.findFirst({
      where: { AND: [{ id: into.id }, visibleDossiers(actor)] },
      select: { name: true },
    }))
  const at = now()
  return {
    mergedInto: into && { id: into.id, name: known?.name ?? null },
    merges: records.map(({ mergedBy, undoneBy, ...row }) => ({
      ...row,
      mergedBy: mergedBy.name,
      undoneBy: undoneBy?.name ?? null,
      canUndo: canJudgeDuplicates(actor) && row.undoneAt === null && canStillUndo(row.mergedAt, at),
    })),
  }
}
