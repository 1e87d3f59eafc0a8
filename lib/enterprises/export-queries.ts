import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { fromDateOrNull, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { LicenceKind } from '@/lib/core/prisma/enums'
import { beyond, countEnterprises, registryWhere, standingThen, type StandingThen } from './list-queries'
import { listRegistryPlaces, type RegistryPlaces } from './place-queries'
import * as policy from './policy'
import { recordSelect } from './queries'
import { maskPhone } from './rules'
import type { RegistryFilter } from './schema'

const exportSelect = {
  ...recordSelect,
  closedOn: true,
} satisfies Prisma.EnterpriseSelect

type ExportRecord = Prisma.EnterpriseGetPayload<{ select: typeof exportSelect }>

export type ExportedLicence = {
  kind: LicenceKind
  number: string
  issuer: string
  scope: string
  validFrom: Day | null
  validTo: Day | null
}

export type ExportedEnterprise = Omit<ExportRecord, 'standardizationValidTo' | 'closedOn'> & {
  standardizationValidTo: Day | null
  closedOn: Day | null
  /** The one that ends first, then the others. */
  licences: ExportedLicence[]
  alliances: string[]
}

/** Rows that are in memory at one time. */
const batchSize = 500

export type RegistryExport = {
  total: number
  places: RegistryPlaces
  rows: AsyncGenerator<ExportedEnterprise>
}

/**
 * The rows of the list, all of them, read in batches while the workbook is being written. Logged before the first one
 * leaves; null for whoever has no registry to take away.
 */
export async function exportEnterprises(
  actor: Actor,
  filter: RegistryFilter,
  isFalling: boolean,
): Promise<RegistryExport | null> {
  if (!policy.hasDossiers(actor)) return null
  const places = await listRegistryPlaces(actor)
  const total = await countEnterprises(actor, filter, places)
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'enterprises',
    subjectId: null,
    detail: { ...asked, rows: total },
  })
  return {
    total,
    places,
    rows: readRows(actor, registryWhere(actor, filter, places), { isFalling, day: filter.asOf ?? actor.today }),
  }
}

/** Those of the ids that the actor sees, as far as they exist. Who fetches the file is logged where it is fetched. */
export async function exportChosen(actor: Actor, ids: string[]): Promise<RegistryExport> {
  const where: Prisma.EnterpriseWhereInput = { AND: [policy.visibleDossiers(actor), { id: { in: ids } }] }
  return {
    total: ids.length,
    places: await listRegistryPlaces(actor),
    rows: readRows(actor, where, { isFalling: false, day: actor.today }),
  }
}

async function* readRows(
  actor: Actor,
  where: Prisma.EnterpriseWhereInput,
  { isFalling, day }: { isFalling: boolean; day: Day },
): AsyncGenerator<ExportedEnterprise> {
  let last: ExportRecord | undefined
  do {
    const batch: ExportRecord[] = await db.enterprise.findMany({
      where: { AND: [where, last ? beyond({ value: last.name, id: last.id }, !isFalling) : {}] },
      select: exportSelect,
      orderBy: isFalling ? [{ name: 'desc' }, { id: 'desc' }] : [{ name: 'asc' }, { id: 'asc' }],
      take: batchSize,
    })
    const attached = await attachmentsOf(
      batch.map(({ id }) => id),
      day,
    )
    for (const record of batch) yield asExported(actor, record, attached.get(record.id))
    last = batch.length === batchSize ? batch.at(-1) : undefined
  } while (last)
}

type Attached = StandingThen & { id: string; licences: ExportedLicence[]; alliances: string[] }

async function attachmentsOf(ids: string[], today: Day): Promise<Map<string, Attached>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<Attached[]>`
    SELECT e.id, ARRAY(
      SELECT a.name FROM memberships m JOIN alliances a ON a.id = m.alliance_id
      WHERE m.enterprise_id = e.id AND m.joined_on <= ${today}::date AND (m.left_on IS NULL OR m.left_on > ${today}::date)
      ORDER BY a.sort_order) AS alliances, ${standingThen(today)},
      (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'number', l.number, 'issuer', l.issuer, 'scope', l.scope,
        'validFrom', l.valid_from, 'validTo', l.valid_to) ORDER BY l.valid_to NULLS LAST, l.id), '[]')
        FROM licences l WHERE l.enterprise_id = e.id) AS licences
    FROM unnest(${ids}::uuid[]) AS e(id)`
  return new Map(rows.map((row) => [row.id, row]))
}

function asExported(actor: Actor, record: ExportRecord, attached: Attached | undefined): ExportedEnterprise {
  const isOpen = policy.canUnmaskPhone(actor, record)
  const phone = (number: string | null) => (number && !isOpen ? maskPhone(number) : number)
  return {
    ...record,
    supervisingJurisdictionId: attached?.formerly ?? record.supervisingJurisdictionId,
    principalPhone: phone(record.principalPhone),
    safetyLeadPhone: phone(record.safetyLeadPhone),
    standardizationValidTo: fromDateOrNull(record.standardizationValidTo),
    closedOn: fromDateOrNull(record.closedOn),
    licences: attached?.licences ?? [],
    alliances: attached?.alliances ?? [],
  }
}
