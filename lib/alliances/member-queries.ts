import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { MembershipKind, Prisma, SizeClass, StandardizationLevel } from '@/lib/core/prisma/client'
import { visibleMemberships } from './policy'
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

/** One membership, for the page on which it is ended or moved. */
export async function getMembership(actor: Actor, allianceId: string, id: string): Promise<MemberRow | null> {
  const record = await db.membership.findFirst({
    where: { AND: [{ id, allianceId }, visibleMemberships(actor)] },
    select: memberSelect,
  })
  return record && asRow(record)
}

/** Today's members side by side by the notice's criteria (三(一): 企业规模、安全管理水平), the likeliest first. */
export async function listLeadCandidates(actor: Actor, allianceId: string): Promise<MemberRow[]> {
  const records = await db.membership.findMany({
    where: {
      AND: [{ allianceId, leftOn: null }, memberOn(actor.today), visibleMemberships(actor)],
    },
    select: memberSelect,
    orderBy: [
      { enterprise: { standardizationLevel: { sort: 'asc', nulls: 'last' } } },
      { enterprise: { sizeClass: { sort: 'asc', nulls: 'last' } } },
      { id: 'asc' },
    ],
    take: pageSize,
  })
  return records.map(asRow)
}
