import type { Actor } from '@/lib/access/actor'
import { toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { owedStates } from '@/lib/problems/rules'
import { canApproveGuidance, visibleGuidances } from './policy'
import type { GuidanceFilter } from './schema'

export const requestSelect = {
  id: true,
  state: true,
  field: true,
  title: true,
  description: true,
  wishedFrom: true,
  wishedTo: true,
  requestedBy: { select: { name: true } },
  requestedAt: true,
  decidedBy: { select: { name: true } },
  decidedAt: true,
  reason: true,
  organiserAllianceId: true,
  organiserAlliance: { select: { name: true, nameEn: true } },
  visitOn: true,
  summary: true,
  advisedBy: { select: { name: true } },
  advisedAt: true,
  version: true,
  enterpriseId: true,
  enterprise: { select: { name: true, supervisingJurisdictionId: true } },
  experts: {
    select: { expert: { select: { id: true, name: true, organization: true, title: true } } },
    orderBy: { expert: { namePinyin: 'asc' } },
  },
} satisfies Prisma.GuidanceRequestSelect

export type GuidanceSubject = Prisma.GuidanceRequestGetPayload<{ select: typeof requestSelect }>

export const guidanceSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<GuidanceSubject | null> =>
  tx.guidanceRequest.findFirst({ where: { AND: [{ id }, visibleGuidances(actor)] }, select: requestSelect })

/** The enterprise of the hat, which asks. */
export const requesterSubject = (tx: Tx, { hat }: Actor): Promise<{ id: string; name: string } | null> =>
  hat.kind === 'ENTERPRISE'
    ? tx.enterprise.findUnique({ where: { id: hat.enterpriseId }, select: { id: true, name: true } })
    : Promise.resolve(null)

const adviceSelect = {
  id: true,
  position: true,
  text: true,
  dueOn: true,
  state: true,
  answer: true,
  answeredAt: true,
  answeredBy: { select: { id: true, name: true } },
  returnReason: true,
  verifiedAt: true,
  verifiedBy: { select: { name: true } },
  version: true,
  urges: { select: { onDay: true }, orderBy: { onDay: 'desc' } },
  _count: { select: { files: { where: { removedAt: null } } } },
} satisfies Prisma.GuidanceAdviceSelect

export type AdviceRow = Prisma.GuidanceAdviceGetPayload<{ select: typeof adviceSelect }>

export const adviceSubjectSelect = {
  ...adviceSelect,
  request: { select: requestSelect },
} satisfies Prisma.GuidanceAdviceSelect

export type AdviceSubject = Prisma.GuidanceAdviceGetPayload<{ select: typeof adviceSubjectSelect }>

export const adviceSubject = (
  tx: Tx,
  actor: Actor,
  { adviceId }: { adviceId: string },
): Promise<AdviceSubject | null> =>
  tx.guidanceAdvice.findFirst({
    where: { AND: [{ id: adviceId }, { request: visibleGuidances(actor) }] },
    select: adviceSubjectSelect,
  })

const detailSelect = {
  ...requestSelect,
  advice: { select: adviceSelect, orderBy: { position: 'asc' } },
} satisfies Prisma.GuidanceRequestSelect

export type GuidanceDetail = Prisma.GuidanceRequestGetPayload<{ select: typeof detailSelect }>

/** One request with its advice; null where it is absent or not for this actor. */
export const getGuidance = async (actor: Actor, id: string): Promise<GuidanceDetail | null> =>
  isId(id)
    ? db.guidanceRequest.findFirst({ where: { AND: [{ id }, visibleGuidances(actor)] }, select: detailSelect })
    : null

const rowSelect = {
  id: true,
  state: true,
  field: true,
  title: true,
  requestedAt: true,
  visitOn: true,
  enterprise: { select: { name: true } },
  advice: { select: { state: true } },
} satisfies Prisma.GuidanceRequestSelect

export type GuidanceRow = Prisma.GuidanceRequestGetPayload<{ select: typeof rowSelect }>

export type GuidancePage = Page<GuidanceRow> & { total: number }

/** The queue, the latest request first. */
export async function listGuidances(actor: Actor, { state, cursor: text }: GuidanceFilter): Promise<GuidancePage> {
  const cursor = decodeCursor(text)
  const where = { AND: [state ? { state } : {}, visibleGuidances(actor)] } satisfies Prisma.GuidanceRequestWhereInput
  const direction = cursor?.direction === 'before' ? 'asc' : 'desc'
  const [rows, total] = await Promise.all([
    db.guidanceRequest.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: rowSelect,
      orderBy: [{ requestedAt: direction }, { id: direction }],
      take: pageSize + 1,
    }),
    db.guidanceRequest.count({ where }),
  ])
  return { ...cutPage(rows, cursor, ({ requestedAt }) => requestedAt.toISOString()), total }
}

function beyond(cursor: Cursor | null): Prisma.GuidanceRequestWhereInput {
  if (!cursor || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const past = cursor.direction === 'before' ? 'gt' : 'lt'
  const requestedAt = new Date(cursor.value)
  return { OR: [{ requestedAt: { [past]: requestedAt } }, { requestedAt, id: { [past]: cursor.id } }] }
}

const ownSelect = {
  id: true,
  position: true,
  text: true,
  dueOn: true,
  state: true,
  request: { select: { id: true, title: true } },
} satisfies Prisma.GuidanceAdviceSelect

export type OwnAdvice = Prisma.GuidanceAdviceGetPayload<{ select: typeof ownSelect }>

const ownMax = 20

/** Points of advice on which the own enterprise still owes something, the most urgent first. */
export async function listOwnAdvice(actor: Actor): Promise<{ rows: OwnAdvice[]; total: number }> {
  if (actor.hat.kind !== 'ENTERPRISE') return { rows: [], total: 0 }
  const where = {
    state: { in: owedStates },
    request: { enterpriseId: actor.hat.enterpriseId },
  } satisfies Prisma.GuidanceAdviceWhereInput
  const [rows, total] = await Promise.all([
    db.guidanceAdvice.findMany({
      where,
      select: ownSelect,
      orderBy: [{ dueOn: 'asc' }, { requestId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      take: ownMax,
    }),
    db.guidanceAdvice.count({ where }),
  ])
  return { rows, total }
}

/** How many requests wait for whoever decides them. */
export async function countWaitingGuidances(actor: Actor): Promise<number> {
  if (actor.hat.kind !== 'MUNICIPAL' && actor.hat.kind !== 'JURISDICTION') return 0
  return db.guidanceRequest.count({ where: { AND: [{ state: 'REQUESTED' }, visibleGuidances(actor)] } })
}

/** The alliances that the enterprise is in today, for whoever decides which coordinator arranges the visit. */
export async function listOrganisers(
  actor: Actor,
  request: GuidanceSubject,
): Promise<{ id: string; name: string; nameEn: string }[]> {
  if (!canApproveGuidance(actor, request)) return []
  const day = toDate(actor.today)
  const joined = { enterpriseId: request.enterpriseId, joinedOn: { lte: day } }
  return db.alliance.findMany({
    where: { memberships: { some: { ...joined, OR: [{ leftOn: null }, { leftOn: { gt: day } }] } } },
    select: { id: true, name: true, nameEn: true },
    orderBy: { sortOrder: 'asc' },
  })
}

/** Of these requests the ones that the actor still sees. */
export async function listSeenGuidanceIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.guidanceRequest.findMany({
    where: { AND: [{ id: { in: ids } }, visibleGuidances(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
