import type { Actor } from '@/lib/access/actor'
import { toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { canJudgeDuplicates } from './policy'
import { inOrder, type Sign } from './rules'
import { asSide, sideSelect, signsOf, type PairSide } from './suspicion-queries'

/** Whoever may judge pairs sees what was said of them; nobody else does. */
const visiblePairs = (actor: Actor): Prisma.DistinctPairWhereInput =>
  canJudgeDuplicates(actor) ? {} : { id: { in: [] } }

const nameSelect = { id: true, name: true } satisfies Prisma.EnterpriseSelect

export type PairSubject = { first: { id: string; name: string }; second: { id: string; name: string } }

/** Both entries, in the order in which a pair is kept; null unless the actor reads both dossiers and they are two. */
export async function pairSubject(
  tx: Tx,
  actor: Actor,
  { firstId, secondId }: { firstId: string; secondId: string },
): Promise<PairSubject | null> {
  const records = await tx.enterprise.findMany({
    where: { AND: [{ id: { in: [firstId, secondId] } }, visibleDossiers(actor)] },
    select: nameSelect,
    orderBy: { id: 'asc' },
  })
  const [first, second] = records
  return first && second ? { first, second } : null
}

const distinctSelect = {
  id: true,
  reason: true,
  first: { select: nameSelect },
  second: { select: nameSelect },
} satisfies Prisma.DistinctPairSelect

export type DistinctSubject = Prisma.DistinctPairGetPayload<{ select: typeof distinctSelect }>

export const distinctSubject = (
  tx: Tx,
  actor: Actor,
  { pairId }: { pairId: string },
): Promise<DistinctSubject | null> =>
  tx.distinctPair.findFirst({ where: { AND: [{ id: pairId }, visiblePairs(actor)] }, select: distinctSelect })

const saidSelect = {
  id: true,
  reason: true,
  createdAt: true,
  saidBy: { select: { name: true } },
} satisfies Prisma.DistinctPairSelect

const listSelect = {
  ...saidSelect,
  first: { select: sideSelect },
  second: { select: sideSelect },
} satisfies Prisma.DistinctPairSelect

export type Said = { id: string; reason: string; createdAt: Date; saidBy: string }

export type DistinctPairRow = Said & { first: PairSide; second: PairSide }

/** A page of pairs that were found to be two establishments, the latest on top. */
export async function listDistinct(actor: Actor, cursorText?: string): Promise<Page<DistinctPairRow>> {
  const cursor = decodeCursor(cursorText)
  const at = cursor && new Date(String(cursor.value))
  const isUsable = at !== null && !Number.isNaN(at.getTime())
  const isBack = cursor?.direction === 'before'
  const compare = isBack ? 'gt' : 'lt'
  const beyond = isUsable
    ? { OR: [{ createdAt: { [compare]: at } }, { createdAt: at, id: { [compare]: cursor?.id ?? '' } }] }
    : {}
  const direction = isUsable && isBack ? 'asc' : 'desc'
  const records = await db.distinctPair.findMany({
    where: { AND: [visiblePairs(actor), beyond] },
    select: listSelect,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: pageSize + 1,
  })
  const page = cutPage(records, isUsable ? cursor : null, ({ createdAt }) => createdAt.toISOString())
  return {
    ...page,
    rows: page.rows.map(({ saidBy, first, second, ...row }) => ({
      ...row,
      saidBy: saidBy.name,
      first: asSide(first),
      second: asSide(second),
    })),
  }
}

export const countDistinct = (actor: Actor): Promise<number> => db.distinctPair.count({ where: visiblePairs(actor) })

const comparedSelect = (today: Date) =>
  ({
    ...sideSelect,
    address: true,
    businessKind: true,
    principalName: true,
    safetyLeadName: true,
    closedOn: true,
    licences: { select: { number: true }, orderBy: { number: 'asc' } },
    memberships: {
      where: { joinedOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gt: today } }] },
      select: { alliance: { select: { name: true, nameEn: true } } },
      orderBy: { alliance: { sortOrder: 'asc' } },
    },
    _count: { select: { mandates: true, registrations: true, attendances: { where: { undoneAt: null } } } },
  }) satisfies Prisma.EnterpriseSelect

type ComparedRecord = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof comparedSelect> }>

export type Compared = PairSide &
  Pick<ComparedRecord, 'address' | 'businessKind' | 'principalName' | 'safetyLeadName' | 'closedOn'> & {
    licences: string[]
    alliances: { name: string; nameEn: string }[]
    counts: ComparedRecord['_count']
  }

const asCompared = ({ licences, memberships, _count, ...record }: ComparedRecord): Compared => ({
  ...record,
  ...asSide(record),
  licences: licences.map(({ number }) => number),
  alliances: memberships.map(({ alliance }) => alliance),
  counts: _count,
})

export type Comparison = { first: Compared; second: Compared; signs: Sign[]; said: Said | null }

/** Two entries beside each other, what they have in common, and what was said of them. */
export async function getComparison(actor: Actor, a: string, b: string): Promise<Comparison | null> {
  if (!canJudgeDuplicates(actor) || !isId(a) || !isId(b)) return null
  const [firstId, secondId] = inOrder(a, b)
  const [records, said] = await Promise.all([
    db.enterprise.findMany({
      where: { AND: [{ id: { in: [firstId, secondId] } }, visibleDossiers(actor)] },
      select: comparedSelect(toDate(actor.today)),
      orderBy: { id: 'asc' },
    }),
    db.distinctPair.findFirst({ where: { AND: [{ firstId, secondId }, visiblePairs(actor)] }, select: saidSelect }),
  ])
  const [first, second] = records
  if (!first || !second) return null
  return {
    first: asCompared(first),
    second: asCompared(second),
    signs: await signsOf(actor, first.id, second.id),
    said: said && { ...said, saidBy: said.saidBy.name },
  }
}
