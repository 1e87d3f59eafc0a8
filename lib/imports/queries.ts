import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { cutPage, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ImportVerdict } from '@/lib/core/prisma/enums'
import { maskPhone } from '@/lib/enterprises/rules'
import type { ImportSubject } from './mutations'
import { visibleImports } from './policy'
import {
  changesShape,
  isWarning,
  mappingShape,
  problemShape,
  sampleShape,
  type Mapping,
  type Problem,
  type RowChanges,
  type RowValues,
  type Sample,
} from './schema'

export const importSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<ImportSubject | null> =>
  tx.import.findFirst({
    where: { AND: [{ id }, visibleImports(actor)] },
    select: { id: true, state: true, newRows: true, changedRows: true, file: { select: { fileName: true } } },
  })

const listSelect = {
  id: true,
  state: true,
  createdAt: true,
  newRows: true,
  changedRows: true,
  unchangedRows: true,
  wrongRows: true,
  totalRows: true,
  uploadedBy: { select: { name: true } },
  file: { select: { fileName: true } },
} satisfies Prisma.ImportSelect

export type ListedImport = Prisma.ImportGetPayload<{ select: typeof listSelect }>

const listedMax = 50

/** The latest imports. */
export const listImports = (actor: Actor): Promise<ListedImport[]> =>
  db.import.findMany({
    where: visibleImports(actor),
    select: listSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listedMax,
  })

const detailSelect = {
  ...listSelect,
  step: true,
  handledRows: true,
  addedMemberships: true,
  withMemberships: true,
  joinedOn: true,
  problem: true,
  problemParams: true,
  mapping: true,
  sample: true,
  checkedAt: true,
  finishedAt: true,
  errorFileId: true,
  errorFileRemovedAt: true,
} satisfies Prisma.ImportSelect

type DetailRow = Prisma.ImportGetPayload<{ select: typeof detailSelect }>

export type ImportDetail = Omit<DetailRow, 'mapping' | 'sample' | 'problemParams'> & {
  mapping: Mapping | null
  sample: Sample | null
  problemParams: Record<string, string | number>
}

export async function getImport(actor: Actor, id: string): Promise<ImportDetail | null> {
  const row = await db.import.findFirst({ where: { AND: [{ id }, visibleImports(actor)] }, select: detailSelect })
  if (!row) return null
  return {
    ...row,
    mapping: mappingShape.nullable().parse(row.mapping),
    sample: sampleShape.nullable().parse(row.sample),
    problemParams: row.problemParams as Record<string, string | number>,
  }
}

export type ImportProgress = Pick<DetailRow, 'state' | 'step' | 'handledRows' | 'totalRows'> & { hasErrorFile: boolean }

/** Where an import stands, for a page that looks again every second. */
export async function getImportProgress(actor: Actor, id: string): Promise<ImportProgress | null> {
  const row = await db.import.findFirst({
    where: { AND: [{ id }, visibleImports(actor)] },
    select: { state: true, step: true, handledRows: true, totalRows: true, errorFileId: true },
  })
  if (!row) return null
  const { errorFileId, ...progress } = row
  return { ...progress, hasErrorFile: errorFileId !== null }
}

/** The marked workbook of an import. */
export async function getErrorFile(
  actor: Actor,
  id: string,
): Promise<{ storageKey: string; fileName: string; sizeBytes: number } | null> {
  const row = await db.import.findFirst({
    where: { AND: [{ id }, visibleImports(actor)] },
    select: { errorFile: { select: { storageKey: true, fileName: true, sizeBytes: true } } },
  })
  return row?.errorFile ?? null
}

export type PreviewRow = {
  /** The number of the row in the sheet. */
  row: number
  name: string
  creditCode: string
  jurisdiction: string
  enterpriseId: string | null
  problems: Problem[]
  warnings: Problem[]
  changes: RowChanges
}

const phoneFields = new Set(['principalPhone', 'safetyLeadPhone'])

const masked = (changes: RowChanges): RowChanges =>
  Object.fromEntries(
    Object.entries(changes).map(([field, pair]) => {
      if (!phoneFields.has(field)) return [field, pair]
      const mask = (value: unknown) => (typeof value === 'string' ? maskPhone(value) : value)
      return [field, [mask(pair[0]), mask(pair[1])]]
    }),
  )

/** Rows of one verdict (or with warnings), in the order of the sheet. */
export async function listPreviewRows(
  actor: Actor,
  id: string,
  { verdict, cursor }: { verdict: ImportVerdict; cursor: Cursor | null },
): Promise<Page<PreviewRow & { id: string }>> {
  const isBackwards = cursor?.direction === 'before'
  const start = typeof cursor?.value === 'number' ? cursor.value : null
  const read = await db.importRow.findMany({
    where: {
      AND: [
        { importId: id, import: visibleImports(actor), verdict },
        ...(start === null ? [] : [{ row: isBackwards ? { lt: start } : { gt: start } }]),
      ],
    },
    select: { row: true, values: true, problems: true, changes: true, enterpriseId: true },
    orderBy: { row: isBackwards ? 'desc' : 'asc' },
    take: 51,
  })
  // Rows of a workbook have a number and no id of their own; the cursor asks for one, and the import's serves.
  return cutPage(
    read.map((row) => ({ id, ...asPreview(row) })),
    cursor,
    ({ row }) => row,
  )
}

type StoredRow = {
  row: number
  values: Prisma.JsonValue
  problems: Prisma.JsonValue
  changes: Prisma.JsonValue
  enterpriseId: string | null
}

function asPreview({ row, values, problems, changes, enterpriseId }: StoredRow): PreviewRow {
  const said = values as RowValues
  const all = problemShape.array().parse(problems)
  const writtenIn = (field: 'name' | 'creditCode' | 'jurisdiction') =>
    said[field] ?? all.find((problem) => problem.field === field)?.text ?? ''
  return {
    row,
    name: writtenIn('name'),
    creditCode: writtenIn('creditCode'),
    jurisdiction: writtenIn('jurisdiction'),
    enterpriseId,
    problems: all.filter((problem) => !isWarning(problem)),
    warnings: all.filter(isWarning),
    changes: masked(changesShape.parse(changes)),
  }
}

/** How many memberships the 所属联盟 column names, and how many of them are not held on a day: what confirming would add. */
export async function countNamedMemberships(actor: Actor, id: string): Promise<{ named: number; missing: number }> {
  const visible = await db.import.count({ where: { AND: [{ id }, visibleImports(actor)] } })
  if (visible === 0) return { named: 0, missing: 0 }
  const [row] = await db.$queryRaw<{ named: number; missing: number }[]>`
    SELECT count(*)::int AS named, count(*) FILTER (WHERE NOT EXISTS (
      SELECT FROM memberships m WHERE m.enterprise_id = r.enterprise_id AND m.alliance_id = a.id::uuid
        AND (m.left_on IS NULL OR m.left_on > ${actor.today}::date)))::int AS missing
    FROM import_rows r CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(r.values->'allianceIds', '[]')) AS a(id)
    WHERE r.import_id = ${id}::uuid AND r.verdict <> 'WRONG'`
  return row ?? { named: 0, missing: 0 }
}
