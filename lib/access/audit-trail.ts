import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Actor } from './actor'
import { recordAccess, type Changes } from './audit'
import { canReadTrail, visibleAuditEvents } from './policy'
import type { AuditFilter } from './schema'
import { beyond, containing, isBackwards, sharedWhere } from './trail-where'

const auditSelect = {
  id: true,
  at: true,
  actorId: true,
  actorName: true,
  actorHat: true,
  verb: true,
  subjectType: true,
  subjectId: true,
  subjectLabel: true,
  changes: true,
} satisfies Prisma.AuditEventSelect

type AuditRecord = Prisma.AuditEventGetPayload<{ select: typeof auditSelect }>

export type AuditRow = Omit<AuditRecord, 'changes'> & {
  changes: Changes
  /** Where an alliance, its year or a topic of it is to be found. */
  alliance: { slug: string; year: number | null } | null
}

const whereOf = (actor: Actor, { verb, about, ...filter }: AuditFilter): Prisma.AuditEventWhereInput => ({
  AND: [
    visibleAuditEvents(actor),
    ...sharedWhere(filter),
    verb ? { verb: verb.includes('.') ? verb : { startsWith: `${verb}.` } } : {},
    about ? { subjectLabel: containing(about) } : {},
  ],
})

const newestFirst = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.AuditEventOrderByWithRelationInput[]
const oldestFirst = [{ at: 'asc' }, { id: 'asc' }] satisfies Prisma.AuditEventOrderByWithRelationInput[]

/** The trail, newest first, with its true total. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter): Promise<Page<AuditRow> & { total: number }> {
  const where = whereOf(actor, filter)
  const cursor = decodeCursor(filter.cursor)
  const [read, total] = await Promise.all([
    db.auditEvent.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: auditSelect,
      orderBy: isBackwards(cursor) ? oldestFirst : newestFirst,
      take: pageSize + 1,
    }),
    db.auditEvent.count({ where }),
  ])
  const { rows, ...page } = cutPage(read, cursor, ({ at }) => at.toISOString())
  return { ...page, rows: await asRows(rows), total }
}

/** So many entries fit into a workbook that offices still open without waiting; the sheet says when there are more. */
export const exportedMax = 20_000

/** The filtered trail for a workbook, and a line in the access log that it was taken; null for whoever does not read it. */
export async function exportAuditEvents(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; total: number } | null> {
  if (!canReadTrail(actor)) return null
  const where = whereOf(actor, filter)
  const [read, total] = await Promise.all([
    db.auditEvent.findMany({ where, select: auditSelect, orderBy: newestFirst, take: exportedMax }),
    db.auditEvent.count({ where }),
  ])
  const { cursor: _, ...asked } = filter
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'audit',
    subjectId: null,
    detail: { ...asked, rows: read.length },
  })
  return { rows: await asRows(read), total }
}

/** With what the trail alone does not say: where an alliance is found, and what an enterprise is called. */
async function asRows(records: AuditRecord[]): Promise<AuditRow[]> {
  const rows = records.map(({ changes, ...record }) => ({ ...record, changes: toChanges(changes) }))
  const idsOf = (type: string) => unique(rows.flatMap((row) => (row.subjectType === type ? [row.subjectId] : [])))
  const alliance = { select: { slug: true } }
  const [alliances, years, topics, enterprises] = await Promise.all([
    db.alliance.findMany({ where: { id: { in: idsOf('alliance') } }, select: { id: true, slug: true } }),
    db.allianceYear.findMany({
      where: { id: { in: idsOf('allianceYear') } },
      select: { id: true, year: true, alliance },
    }),
    db.topic.findMany({
      where: { id: { in: idsOf('topic') } },
      select: { id: true, allianceYear: { select: { year: true, alliance } } },
    }),
    db.enterprise.findMany({
      where: { id: { in: unique(rows.flatMap(({ changes }) => changes['enterpriseId'] ?? [])) } },
      select: { id: true, name: true },
    }),
  ])
  const places = new Map<string, AuditRow['alliance']>([
    ...alliances.map(({ id, slug }) => [id, { slug, year: null }] as const),
    ...years.map(({ id, year, alliance: { slug } }) => [id, { slug, year }] as const),
    ...topics.map(
      ({
        id,
        allianceYear: {
          year,
          alliance: { slug },
        },
      }) => [id, { slug, year }] as const,
    ),
  ])
  const names = new Map(enterprises.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    changes: named(row.changes, names),
    alliance: places.get(row.subjectId ?? '') ?? null,
  }))
}

const unique = (values: unknown[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string' && isId(value))),
]

const isPair = (value: unknown): value is [unknown, unknown] => Array.isArray(value) && value.length === 2

const toChanges = (changes: Prisma.JsonValue): Changes =>
  Object.fromEntries(
    Object.entries(changes ?? {}).flatMap(([field, pair]): [string, [unknown, unknown]][] =>
      isPair(pair) ? [[field, pair]] : [],
    ),
  )

/** An enterprise that was written down by its id goes by its name. */
function named(changes: Changes, names: Map<string, string>): Changes {
  const { enterpriseId, ...rest } = changes
  if (!enterpriseId) return changes
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? null) : null)
  return { enterprise: [nameOf(enterpriseId[0]), nameOf(enterpriseId[1])], ...rest }
}
