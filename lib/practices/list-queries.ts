import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { PracticeFilter } from './filter-rules'
import {
  insidePractices,
  ownPractices,
  publicPractices,
  reviewableVersions,
  visiblePractices,
  visibleTombstones,
} from './policy'

const versionSelect = { id: true, title: true, subjects: true, area: true } satisfies Prisma.PracticeVersionSelect

const rowSelect = {
  id: true,
  shareClass: true,
  publishedAt: true,
  adoptedCount: true,
  publicVersionId: true,
  enterprise: { select: { name: true } },
  alliance: { select: { id: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
} satisfies Prisma.PracticeSelect

type RowRecord = Prisma.PracticeGetPayload<{
  select: typeof rowSelect & {
    currentVersion: { select: typeof versionSelect }
    publicVersion: { select: typeof versionSelect }
  }
}>

export type PracticeRow = Prisma.PracticeGetPayload<{ select: typeof rowSelect }> &
  Pick<NonNullable<RowRecord['currentVersion']>, 'title' | 'subjects' | 'area'>

/** Published practices whose text, as the actor reads it, is so: within, the current version; outside, the public one. */
const readAs = (actor: Actor, version: Prisma.PracticeVersionWhereInput): Prisma.PracticeWhereInput => ({
  AND: [
    visiblePractices(actor),
    {
      OR: [
        { AND: [insidePractices(actor), { currentVersion: version }] },
        { AND: [publicPractices, { NOT: insidePractices(actor) }, { publicVersion: version }] },
      ],
    },
  ],
})

const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

const wordsOf = (query: string): string[] => query.split(/\s+/).filter(Boolean).slice(0, 6)

/** Whose title, or whose owner's name, holds each word of a search. */
const named = (actor: Actor, query: string): Prisma.PracticeWhereInput => ({
  AND: wordsOf(query).map((word) => {
    const contains = { contains: literally(word), mode: 'insensitive' as const }
    return { OR: [readAs(actor, { title: contains }), { enterprise: { name: contains } }] }
  }),
})

const whereOf = (actor: Actor, filter: PracticeFilter): Prisma.PracticeWhereInput => ({
  AND: [
    readAs(actor, {
      ...(filter.subject && { subjects: { has: filter.subject } }),
      ...(filter.area && { area: filter.area }),
    }),
    filter.shareClass ? { shareClass: filter.shareClass } : {},
    filter.alliance ? { alliance: { slug: filter.alliance } } : {},
    filter.q ? named(actor, filter.q) : {},
  ],
})

function beyond(cursor: Cursor | null, isByAdoption: boolean): Prisma.PracticeWhereInput {
  if (!cursor) return {}
  const step = cursor.direction === 'before' ? 'gt' : 'lt'
  if (isByAdoption && typeof cursor.value === 'number')
    return {
      OR: [{ adoptedCount: { [step]: cursor.value } }, { adoptedCount: cursor.value, id: { [step]: cursor.id } }],
    }
  if (isByAdoption || typeof cursor.value !== 'string' || Number.isNaN(Date.parse(cursor.value))) return {}
  const at = new Date(cursor.value)
  return { OR: [{ publishedAt: { [step]: at } }, { publishedAt: at, id: { [step]: cursor.id } }] }
}

async function readRows(
  actor: Actor,
  where: Prisma.PracticeWhereInput,
  page: Pick<Prisma.PracticeFindManyArgs, 'orderBy'> & { take: number },
): Promise<PracticeRow[]> {
  const inside = await db.practice.findMany({
    where,
    select: {
      ...rowSelect,
      currentVersion: { select: versionSelect },
      publicVersion: { select: versionSelect },
    },
    ...page,
  })
  const ids = { in: inside.map(({ id }) => id) }
  const read = await db.practice.findMany({
    where: { AND: [{ id: ids }, insidePractices(actor)] },
    select: { id: true },
  })
  const within = new Set(read.map(({ id }) => id))
  return inside.flatMap(({ currentVersion, publicVersion, ...row }) => {
    const version = within.has(row.id) ? currentVersion : publicVersion
    return version ? [{ ...row, title: version.title, subjects: version.subjects, area: version.area }] : []
  })
}

/** The library: newest first, or those that most enterprises use. */
export async function listPractices(
  actor: Actor,
  filter: PracticeFilter,
  position?: string,
): Promise<Page<PracticeRow> & { total: number }> {
  const cursor = decodeCursor(position)
  const order = cursor?.direction === 'before' ? 'asc' : 'desc'
  const where = whereOf(actor, filter)
  const [rows, total] = await Promise.all([
    readRows(
      actor,
      { AND: [where, beyond(cursor, filter.isByAdoption)] },
      {
        orderBy: filter.isByAdoption
          ? [{ adoptedCount: order }, { id: order }]
          : [{ publishedAt: order }, { id: order }],
        take: pageSize + 1,
      },
    ),
    db.practice.count({ where }),
  ])
  const valueOf = (row: PracticeRow) =>
    filter.isByAdoption ? row.adoptedCount : (row.publishedAt?.toISOString() ?? null)
  return { ...cutPage(rows, cursor, valueOf), total }
}

const exportMax = 5_000

/** The same rows for a workbook. */
export const listAllPractices = (actor: Actor, filter: PracticeFilter): Promise<PracticeRow[]> =>
  readRows(actor, whereOf(actor, filter), {
    orderBy: filter.isByAdoption
      ? [{ adoptedCount: 'desc' }, { id: 'desc' }]
      : [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: exportMax,
  })

/** What a search finds, newest first. */
export const findPractices = (actor: Actor, query: string, most: number): Promise<PracticeRow[]> =>
  readRows(
    actor,
    { AND: [readAs(actor, {}), named(actor, query)] },
    { orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: most },
  )

const ownSelect = {
  ...rowSelect,
  versions: {
    select: { id: true, number: true, title: true, state: true, savedAt: true },
    orderBy: { number: 'desc' },
    take: 1,
  },
} satisfies Prisma.PracticeSelect

export type OwnPractice = Prisma.PracticeGetPayload<{ select: typeof ownSelect }>

const ownMax = 200

/** The enterprise's own, in whatever state, the latest first. */
export const listOwnPractices = (actor: Actor): Promise<OwnPractice[]> =>
  db.practice.findMany({
    where: { AND: [visiblePractices(actor), ownPractices(actor)] },
    select: ownSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ownMax,
  })

const waitingSelect = {
  id: true,
  number: true,
  title: true,
  shareClass: true,
  handedInAt: true,
  practice: { select: { id: true, enterprise: { select: { name: true } }, alliance: rowSelect.alliance } },
} satisfies Prisma.PracticeVersionSelect

export type WaitingVersion = Prisma.PracticeVersionGetPayload<{ select: typeof waitingSelect }>

/** For the municipal bureau: handed to the public by owner and reviewer, and not yet published by it. */
function waitingVersions(actor: Actor): Prisma.PracticeVersionWhereInput {
  if (actor.hat.kind !== 'MUNICIPAL') return reviewableVersions(actor)
  return {
    state: 'PUBLISHED',
    shareClass: 'PUBLIC',
    publicOf: null,
    currentOf: { AND: [visiblePractices(actor), { shareClass: 'PUBLIC' }] },
  }
}

/** What waits for the actor, the oldest first: a review, or the bureau's publication. */
export const listWaitingVersions = (actor: Actor): Promise<WaitingVersion[]> =>
  db.practiceVersion.findMany({
    where: waitingVersions(actor),
    select: waitingSelect,
    orderBy: [{ handedInAt: 'asc' }, { id: 'asc' }],
    take: ownMax,
  })

export const countWaitingVersions = (actor: Actor): Promise<number> =>
  db.practiceVersion.count({ where: waitingVersions(actor) })

/** Those of the ids whose page opens for the actor, tombstones among them. */
export async function listSeenPracticeIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.practice.findMany({
    where: { AND: [{ id: { in: ids } }, { OR: [visiblePractices(actor), visibleTombstones(actor)] }] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
