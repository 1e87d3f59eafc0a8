import type { Actor } from '@/lib/access/actor'
import { plusDays, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import { Prisma } from '@/lib/core/prisma/client'
import type { LicenceKind } from '@/lib/core/prisma/enums'
import type { RegistryPlaces } from './place-queries'
import { visibleDossiers, visibleEnterprises } from './policy'
import { expiringDays, licenceStanding, type LicenceStanding } from './rules'
import { unsaid, type LicenceFilter, type RegistryFilter } from './schema'
import { searchedEnterprises } from './search-queries'

/** What list, count and export have in common: the policy, and what the address asks for. */
export function registryWhere(
  actor: Actor,
  filter: RegistryFilter,
  { jurisdictions, alliances }: RegistryPlaces,
): Prisma.EnterpriseWhereInput {
  const day = filter.asOf ?? actor.today
  const today = toDate(day)
  // By id, not through the relation: only so does the index of jurisdiction and name serve the order too.
  const jurisdiction = jurisdictions.find(({ code }) => code === filter.jurisdiction)
  const alliance = alliances.find(({ slug }) => slug === filter.alliance)
  return {
    AND: [
      visibleDossiers(actor),
      { mergedIntoId: null },
      jurisdiction ? supervisedBy(jurisdiction.id, filter.asOf) : {},
      // What a jurisdiction supervises now, and did then.
      actor.hat.kind === 'JURISDICTION' && filter.asOf ? supervisedBy(actor.hat.jurisdictionId, filter.asOf) : {},
      alliance ? inAlliance(alliance.id, today) : {},
      filter.kind ? { businessKind: filter.kind } : {},
      filter.size ? { sizeClass: saidOrNull(filter.size) } : {},
      filter.standardization ? { standardizationLevel: saidOrNull(filter.standardization) } : {},
      filter.hazard ? { majorHazardLevel: saidOrNull(filter.hazard) } : {},
      filter.licence ? withLicence(filter.licence, day) : {},
      filter.state === 'OPEN' ? { NOT: closedAt(today, filter.asOf) } : {},
      filter.state === 'CLOSED' ? closedAt(today, filter.asOf) : {},
      searchedEnterprises(actor, filter.q ?? '') ?? {},
    ],
  }
}

/** By the present supervisor, or by whoever supervised it on a day of the past. */
function supervisedBy(jurisdictionId: string, asOf: Day | undefined): Prisma.EnterpriseWhereInput {
  if (!asOf) return { supervisingJurisdictionId: jurisdictionId }
  const day = toDate(asOf)
  const held = { endsOn: { gt: day }, OR: [{ startsOn: null }, { startsOn: { lte: day } }] }
  return {
    OR: [
      { supervisingJurisdictionId: jurisdictionId, supervisions: { none: held } },
      { supervisions: { some: { AND: [{ jurisdictionId }, held] } } },
    ],
  }
}

/** Closed on a day: still, or in a time that is over now. */
const closedAt = (day: Date, asOf: Day | undefined): Prisma.EnterpriseWhereInput => ({
  OR: [
    { closedOn: { not: null, lte: day } },
    ...(asOf ? [{ closures: { some: { closedOn: { lte: day }, reopenedOn: { gt: day } } } }] : []),
  ],
})

const saidOrNull = <T extends string>(value: T | typeof unsaid): T | null => (value === unsaid ? null : value)

const inAlliance = (allianceId: string, today: Date): Prisma.EnterpriseWhereInput => ({
  memberships: {
    some: { allianceId, joinedOn: { lte: today }, OR: [{ leftOn: null }, { leftOn: { gt: today } }] },
  },
})

function withLicence(asked: LicenceFilter, today: Day): Prisma.EnterpriseWhereInput {
  const now = toDate(today)
  const soon = toDate(plusDays(today, expiringDays))
  switch (asked) {
    case 'EXPIRED':
      return { licences: { some: { validTo: { lt: now } } } }
    case 'EXPIRING':
      return { licences: { some: { validTo: { gte: now, lte: soon } } } }
    case 'IN_ORDER':
      return { licences: { some: {}, none: { validTo: { lte: soon } } } }
    case 'NONE':
      return { licences: { none: {} } }
  }
}

const listSelect = {
  id: true,
  name: true,
  establishment: true,
  creditCode: true,
  supervisingJurisdictionId: true,
  locatedDistrictId: true,
  businessKind: true,
  industryCode: true,
  employees: true,
  sizeClass: true,
  standardizationLevel: true,
  majorHazardLevel: true,
  principalName: true,
  safetyLeadName: true,
  closedOn: true,
} satisfies Prisma.EnterpriseSelect

type ListRecord = Prisma.EnterpriseGetPayload<{ select: typeof listSelect }>

/** The licence that ends first; later ones do not make up for one that is over. */
export type FirstLicence = { kind: LicenceKind; validTo: Day | null; standing: LicenceStanding }

export type ListedEnterprise = Omit<ListRecord, 'closedOn'> & {
  isClosed: boolean
  allianceIds: string[]
  licence: FirstLicence | null
}

export type Order = { isFalling: boolean; cursor?: string | undefined }

/** One page of the registry by name: the rows, and what hangs on them in one more statement. */
export async function listEnterprises(
  actor: Actor,
  filter: RegistryFilter,
  places: RegistryPlaces,
  order: Order,
): Promise<Page<ListedEnterprise>> {
  const day = filter.asOf ?? actor.today
  const cursor = decodeCursor(order.cursor)
  const isRising = order.isFalling === (cursor?.direction === 'before')
  const records = await db.enterprise.findMany({
    where: { AND: [registryWhere(actor, filter, places), ...(cursor ? [beyond(cursor, isRising)] : [])] },
    select: listSelect,
    orderBy: isRising ? [{ name: 'asc' }, { id: 'asc' }] : [{ name: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = cutPage(records, cursor, ({ name }) => name)
  const attached = await attachmentsOf(
    page.rows.map(({ id }) => id),
    day,
  )
  return { ...page, rows: page.rows.map((row) => asListed(row, attached.get(row.id), day)) }
}

export const countEnterprises = (actor: Actor, filter: RegistryFilter, places: RegistryPlaces): Promise<number> =>
  db.enterprise.count({ where: registryWhere(actor, filter, places) })

/** Rows after a position in the order of names. The bound on the name alone lets the index begin there. */
export function beyond({ value, id }: Pick<Cursor, 'value' | 'id'>, isRising: boolean): Prisma.EnterpriseWhereInput {
  const name = String(value ?? '')
  return isRising
    ? { AND: [{ name: { gte: name } }, { OR: [{ name: { gt: name } }, { id: { gt: id } }] }] }
    : { AND: [{ name: { lte: name } }, { OR: [{ name: { lt: name } }, { id: { lt: id } }] }] }
}

/** What stood otherwise on the day: who supervised it then, and whether it was closed for a time. */
export const standingThen = (day: Day) => Prisma.sql`(
      SELECT s.jurisdiction_id FROM enterprise_supervisions s
      WHERE s.enterprise_id = e.id AND s.ends_on > ${day}::date ORDER BY s.ends_on LIMIT 1) AS "formerly",
    EXISTS (SELECT FROM enterprise_closures c
      WHERE c.enterprise_id = e.id AND c.closed_on <= ${day}::date AND c.reopened_on > ${day}::date) AS "wasClosed"`

export type StandingThen = { formerly: string | null; wasClosed: boolean }

type Attached = StandingThen & {
  id: string
  allianceIds: string[]
  licenceKind: LicenceKind | null
  validTo: string | null
}

/** Today's alliances and the licence that ends first, for the rows of a page. */
async function attachmentsOf(ids: string[], today: Day): Promise<Map<string, Attached>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<Attached[]>`
    SELECT e.id, l.kind AS "licenceKind", l.valid_to::text AS "validTo", ARRAY(
      SELECT m.alliance_id FROM memberships m JOIN alliances a ON a.id = m.alliance_id
      WHERE m.enterprise_id = e.id AND m.joined_on <= ${today}::date AND (m.left_on IS NULL OR m.left_on > ${today}::date)
      ORDER BY a.sort_order) AS "allianceIds", ${standingThen(today)}
    FROM unnest(${ids}::uuid[]) AS e(id) LEFT JOIN LATERAL (
      SELECT kind, valid_to FROM licences WHERE enterprise_id = e.id ORDER BY valid_to NULLS LAST, id LIMIT 1) l ON true`
  return new Map(rows.map((row) => [row.id, row]))
}

const asListed = (
  { closedOn, ...record }: ListRecord,
  attached: Attached | undefined,
  today: Day,
): ListedEnterprise => ({
  ...record,
  supervisingJurisdictionId: attached?.formerly ?? record.supervisingJurisdictionId,
  isClosed: attached?.wasClosed === true || (closedOn !== null && closedOn <= toDate(today)),
  allianceIds: attached?.allianceIds ?? [],
  licence: attached?.licenceKind
    ? {
        kind: attached.licenceKind,
        validTo: attached.validTo,
        standing: licenceStanding(attached.validTo, today),
      }
    : null,
})

/** Which of these enterprises the actor may open: reports also name former members and firms that have moved away. */
export async function listVisibleIds(actor: Actor, ids: string[]): Promise<Set<string>> {
  const rows = await db.enterprise.findMany({
    where: { AND: [{ id: { in: ids } }, visibleEnterprises(actor)] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
