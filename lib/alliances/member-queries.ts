import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { MembershipKind, Prisma, SizeClass, StandardizationLevel } from '@/lib/core/prisma/client'
import { visibleEnterprises } from '@/lib/enterprises/policy'
import { searchedTokens } from '@/lib/enterprises/search-rules'
import { canEnterAlliance, visibleMemberships } from './policy'
import { memberOn } from './queries'

export type MemberFilter = {
  allianceId: string
  asOf: Day
  /** Part of an enterprise's name. */
  name?: string | undefined
  /** Code of the supervising jurisdiction. */
  jurisdiction?: string | undefined
  size?: SizeClass | undefined
}

const memberSelect = {
  id: true,
  kind: true,
  joinedOn: true,
  leftOn: true,
  joinReason: true,
  enterprise: {
    select: {
      id: true,
      name: true,
      sizeClass: true,
      standardizationLevel: true,
      supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
    },
  },
} satisfies Prisma.MembershipSelect

type MemberRecord = Prisma.MembershipGetPayload<{ select: typeof memberSelect }>

export type MemberRow = {
  id: string
  kind: MembershipKind
  enterpriseId: string
  name: string
  jurisdiction: { shortName: string; nameEn: string }
  sizeClass: SizeClass | null
  standardizationLevel: StandardizationLevel | null
  joinedOn: Day
  leftOn: Day | null
  joinReason: string
}

/** The roster on a day, lead first, then by name; what the actor may know beyond names is the page's choice of columns. */
export async function listMembers(
  actor: Actor,
  filter: MemberFilter,
  cursorText?: string,
): Promise<Page<MemberRow> & { total: number }> {
  const where = membersWhere(actor, filter)
  const cursor = decodeCursor(cursorText)
  const backwards = cursor?.direction === 'before'
  const order = backwards ? 'desc' : 'asc'
  const [records, total] = await Promise.all([
    db.membership.findMany({
      where: { AND: [where, ...(cursor ? [beyond(cursor)] : [])] },
      select: memberSelect,
      orderBy: [{ enterprise: { name: order } }, { id: order }],
      take: pageSize + 1,
    }),
    db.membership.count({ where }),
  ])
  return { ...cutPage(records.map(asRow), cursor, ({ name }) => name), total }
}

const membersWhere = (actor: Actor, filter: MemberFilter): Prisma.MembershipWhereInput => ({
  AND: [
    { allianceId: filter.allianceId },
    memberOn(filter.asOf),
    visibleMemberships(actor),
    filter.name ? { enterprise: { name: { contains: filter.name } } } : {},
    filter.jurisdiction ? { enterprise: { supervisingJurisdiction: { code: filter.jurisdiction } } } : {},
    filter.size ? { enterprise: { sizeClass: filter.size } } : {},
  ],
})

function beyond({ direction, value, id }: Cursor): Prisma.MembershipWhereInput {
  const name = String(value ?? '')
  return direction === 'after'
    ? { OR: [{ enterprise: { name: { gt: name } } }, { AND: [{ enterprise: { name } }, { id: { gt: id } }] }] }
    : { OR: [{ enterprise: { name: { lt: name } } }, { AND: [{ enterprise: { name } }, { id: { lt: id } }] }] }
}

const asRow = ({ enterprise, joinedOn, leftOn, ...row }: MemberRecord): MemberRow => ({
  ...row,
  enterpriseId: enterprise.id,
  name: enterprise.name,
  jurisdiction: enterprise.supervisingJurisdiction,
  sizeClass: enterprise.sizeClass,
  standardizationLevel: enterprise.standardizationLevel,
  joinedOn: fromDate(joinedOn),
  leftOn: fromDateOrNull(leftOn),
})

/** The 18 bodies, for a filter: their names are public. */
export const listSupervisors = (_actor: Actor) =>
  db.jurisdiction.findMany({
    select: { code: true, shortName: true, nameEn: true },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  })

/** Every place that an enterprise has had in an alliance, the latest first; empty where the actor sees none. */
export async function listMemberPeriods(
  actor: Actor,
  allianceId: string,
  enterpriseId: string,
): Promise<(MemberRow & { leaveReason: string })[]> {
  if (!isId(enterpriseId)) return []
  const records = await db.membership.findMany({
    where: { AND: [{ allianceId, enterpriseId }, visibleMemberships(actor)] },
    select: { ...memberSelect, leaveReason: true },
    orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }],
  })
  return records.map(({ leaveReason, ...record }) => ({ ...asRow(record), leaveReason }))
}

/** Every place that an enterprise has or had in any alliance, the latest first, as far as the actor's rosters say. */
export async function listEnterpriseMemberships(actor: Actor, enterpriseId: string): Promise<EnterpriseMembership[]> {
  if (!isId(enterpriseId)) return []
  const records = await db.membership.findMany({
    where: { AND: [{ enterpriseId }, visibleMemberships(actor)] },
    select: {
      id: true,
      kind: true,
      joinedOn: true,
      leftOn: true,
      joinReason: true,
      leaveReason: true,
      alliance: { select: { id: true, slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
    },
    orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }],
  })
  return records.map(({ joinedOn, leftOn, ...row }) => ({
    ...row,
    joinedOn: fromDate(joinedOn),
    leftOn: fromDateOrNull(leftOn),
    isHeld: joinedOn <= toDate(actor.today) && (leftOn === null || leftOn > toDate(actor.today)),
    canEnter: canEnterAlliance(actor, row.alliance),
  }))
}

export type EnterpriseMembership = {
  id: string
  kind: MembershipKind
  joinedOn: Day
  leftOn: Day | null
  joinReason: string
  leaveReason: string
  isHeld: boolean
  /** Whether the pages of the alliance are open to the viewer. */
  canEnter: boolean
  alliance: { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }
}

const admissibleSelect = (today: Day) =>
  ({
    id: true,
    name: true,
    creditCode: true,
    businessKind: true,
    sizeClass: true,
    supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
    memberships: {
      where: memberOn(today),
      select: { alliance: { select: { id: true, shortName: true, sortOrder: true } } },
    },
  }) satisfies Prisma.EnterpriseSelect

export type Admissible = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof admissibleSelect> }>

export const admissibleMax = 20

/** Enterprises of the registry by name, pinyin initials or credit code, for whoever may admit one; at most `admissibleMax` and one more. */
export async function findAdmissible(actor: Actor, query: string): Promise<Admissible[]> {
  const words = searchedTokens(query)
  if (!words) return []
  return db.enterprise.findMany({
    where: {
      AND: [
        visibleEnterprises(actor),
        { closedOn: null },
        ...words.map((ways) => ({ OR: ways.map((tokens) => ({ searchTokens: { hasEvery: tokens } })) })),
      ],
    },
    select: admissibleSelect(actor.today),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: admissibleMax + 1,
  })
}

export async function getAdmissible(actor: Actor, id: string | undefined): Promise<Admissible | null> {
  if (!isId(id)) return null
  return db.enterprise.findFirst({
    where: { AND: [{ id, closedOn: null }, visibleEnterprises(actor)] },
    select: admissibleSelect(actor.today),
  })
}
