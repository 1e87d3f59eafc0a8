import type { Actor } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { beyond } from '@/lib/enterprises/list-queries'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { searchedEnterprises } from '@/lib/enterprises/search-queries'
import { haveCome, isOpen, visibleActivations } from './policy'
import { stateOf, type ActivationState } from './rules'
import type { ActivationFilter } from './schema'

/** The one code of an enterprise that is neither used nor revoked. */
const openCode = { usedAt: null, revokedAt: null } satisfies Prisma.ActivationCodeWhereInput

function inState(actor: Actor, state: ActivationState, at: Date): Prisma.EnterpriseWhereInput {
  if (state === 'COME') return haveCome(actor)
  const notCome = { NOT: haveCome(actor) }
  if (state === 'NONE') return { AND: [notCome, { activationCodes: { none: openCode } }] }
  const expiresAt = state === 'ISSUED' ? { gt: at } : { lte: at }
  return { AND: [notCome, { activationCodes: { some: { ...openCode, expiresAt } } }] }
}

const membersOn = (day: Day) =>
  ({
    joinedOn: { lte: toDate(day) },
    OR: [{ leftOn: null }, { leftOn: { gt: toDate(day) } }],
  }) satisfies Prisma.MembershipWhereInput

type Places = Pick<RegistryPlaces, 'jurisdictions' | 'alliances'>

/** What figures, list and job have in common: what the actor follows, of what is open, as the address narrows it. */
export function activationsWhere(
  actor: Actor,
  filter: ActivationFilter,
  { jurisdictions, alliances }: Places,
): Prisma.EnterpriseWhereInput {
  const jurisdiction = jurisdictions.find(({ code }) => code === filter.jurisdiction)
  const alliance = alliances.find(({ slug }) => slug === filter.alliance)
  return {
    AND: [
      visibleActivations(actor),
      isOpen(actor),
      jurisdiction ? { supervisingJurisdictionId: jurisdiction.id } : {},
      alliance ? { memberships: { some: { allianceId: alliance.id, ...membersOn(actor.today) } } } : {},
      filter.state ? inState(actor, filter.state, now()) : {},
      searchedEnterprises(actor, filter.q ?? '') ?? {},
    ],
  }
}

const rowSelect = (actor: Actor) =>
  ({
    id: true,
    name: true,
    establishment: true,
    supervisingJurisdictionId: true,
    memberships: { where: membersOn(actor.today), select: { allianceId: true } },
    activationCodes: { where: openCode, select: { issuedAt: true, expiresAt: true } },
  }) satisfies Prisma.EnterpriseSelect

type RowRecord = Prisma.EnterpriseGetPayload<{ select: ReturnType<typeof rowSelect> }>

export type ActivationRow = Pick<RowRecord, 'id' | 'name' | 'establishment' | 'supervisingJurisdictionId'> & {
  allianceIds: string[]
  state: ActivationState
  issuedAt: Date | null
  expiresAt: Date | null
}

function asRow({ memberships, activationCodes, ...record }: RowRecord, come: ReadonlySet<string>): ActivationRow {
  const [code] = activationCodes
  const facts = { hasCome: come.has(record.id), openUntil: code?.expiresAt ?? null }
  return {
    ...record,
    allianceIds: memberships.map(({ allianceId }) => allianceId),
    state: stateOf(facts, now()),
    issuedAt: code?.issuedAt ?? null,
    expiresAt: code?.expiresAt ?? null,
  }
}

async function listCome(actor: Actor, ids: string[]): Promise<Set<string>> {
  const where = { AND: [{ id: { in: ids } }, haveCome(actor)] }
  return new Set((await db.enterprise.findMany({ where, select: { id: true } })).map(({ id }) => id))
}

/** One page of the enterprises that the actor follows, by name. */
export async function listActivations(
  actor: Actor,
  filter: ActivationFilter,
  places: Places,
  position: string | undefined,
): Promise<Page<ActivationRow>> {
  const cursor = decodeCursor(position)
  const isRising = cursor?.direction !== 'before'
  const records = await db.enterprise.findMany({
    where: { AND: [activationsWhere(actor, filter, places), ...(cursor ? [beyond(cursor, isRising)] : [])] },
    select: rowSelect(actor),
    orderBy: isRising ? [{ name: 'asc' }, { id: 'asc' }] : [{ name: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = cutPage(records, cursor, ({ name }) => name)
  const ids = page.rows.map(({ id }) => id)
  const come = await listCome(actor, ids)
  return { ...page, rows: page.rows.map((row) => asRow(row, come)) }
}

export const countActivations = (actor: Actor, filter: ActivationFilter, places: Places): Promise<number> =>
  db.enterprise.count({ where: activationsWhere(actor, filter, places) })

export type ActivationFigures = { total: number } & Record<ActivationState, number>

/** How many have come, of those that the filter names whatever their state. */
export async function getActivationFigures(
  actor: Actor,
  { state: _, ...filter }: ActivationFilter,
  places: Places,
): Promise<ActivationFigures> {
  const count = (state: ActivationState) => countActivations(actor, { ...filter, state }, places)
  const [COME, ISSUED, EXPIRED, NONE] = await Promise.all([
    count('COME'),
    count('ISSUED'),
    count('EXPIRED'),
    count('NONE'),
  ])
  return { total: COME + ISSUED + EXPIRED + NONE, COME, ISSUED, EXPIRED, NONE }
}

/** How many of those that the actor follows have not come: a line of the home page. */
export const countNotCome = (actor: Actor): Promise<number> =>
  db.enterprise.count({ where: { AND: [visibleActivations(actor), isOpen(actor), { NOT: haveCome(actor) }] } })

const historyMax = 20

const historySelect = {
  id: true,
  issuedAt: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
  issuedBy: { select: { name: true } },
  usedBy: { select: { name: true } },
} satisfies Prisma.ActivationCodeSelect

export type IssuedCode = Prisma.ActivationCodeGetPayload<{ select: typeof historySelect }>

export type ActivationDetail = ActivationRow & { isClosed: boolean; codes: IssuedCode[] }

/** One enterprise with the codes that it was given, newest first; null: absent, or none that the actor follows. */
export async function getActivation(actor: Actor, id: string): Promise<ActivationDetail | null> {
  if (!isId(id)) return null
  const record = await db.enterprise.findFirst({
    where: { AND: [{ id }, visibleActivations(actor)] },
    select: { ...rowSelect(actor), closedOn: true },
  })
  if (!record) return null
  const { closedOn, ...row } = record
  const [come, codes] = await Promise.all([
    listCome(actor, [id]),
    db.activationCode.findMany({
      where: { enterpriseId: id },
      select: historySelect,
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: historyMax,
    }),
  ])
  return { ...asRow(row, come), isClosed: closedOn !== null && closedOn <= toDate(actor.today), codes }
}

export type IssueSubject = { id: string; name: string; allianceIds: string[] }

/** An enterprise that the actor follows: the one for which a code is to be issued. */
export async function issueSubject(
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<IssueSubject | null> {
  const row = await tx.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, visibleActivations(actor)] },
    select: {
      id: true,
      name: true,
      memberships: { where: membersOn(actor.today), select: { allianceId: true } },
    },
  })
  return row && { id: row.id, name: row.name, allianceIds: row.memberships.map(({ allianceId }) => allianceId) }
}
