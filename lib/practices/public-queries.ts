import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { PracticeRow } from './list-queries'
import { publicPractices, visiblePractices } from './policy'
import { contentOf } from './schema'

const versionSelect = {
  id: true,
  title: true,
  subjects: true,
  area: true,
  content: true,
  files: { select: { id: true, file: { select: { fileName: true, sizeBytes: true } } }, orderBy: { id: 'asc' } },
} satisfies Prisma.PracticeVersionSelect

const select = {
  id: true,
  shareClass: true,
  publishedAt: true,
  madePublicAt: true,
  adoptedCount: true,
  publicVersionId: true,
  enterprise: { select: { name: true } },
  alliance: { select: { id: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
  publicVersion: { select: versionSelect },
} satisfies Prisma.PracticeSelect

/** What the public pages show, to whomever: the versions that the bureau has published. */
const where = (actor: Actor): Prisma.PracticeWhereInput => ({ AND: [visiblePractices(actor), publicPractices] })

export async function listPublicPractices(
  actor: Actor,
  position?: string,
  size = pageSize,
): Promise<Page<PracticeRow> & { total: number }> {
  const cursor = decodeCursor(position)
  const isBack = cursor?.direction === 'before'
  const step = isBack ? 'gt' : 'lt'
  const at =
    typeof cursor?.value === 'string' && !Number.isNaN(Date.parse(cursor.value)) ? new Date(cursor.value) : null
  const beyond: Prisma.PracticeWhereInput =
    cursor && at ? { OR: [{ madePublicAt: { [step]: at } }, { madePublicAt: at, id: { [step]: cursor.id } }] } : {}
  const order = isBack ? 'asc' : 'desc'
  const [rows, total] = await Promise.all([
    db.practice.findMany({
      where: { AND: [where(actor), beyond] },
      select,
      orderBy: [{ madePublicAt: order }, { id: order }],
      take: size + 1,
    }),
    db.practice.count({ where: where(actor) }),
  ])
  const page = cutPage(rows, cursor, (row) => row.madePublicAt?.toISOString() ?? null, size)
  const read = page.rows.flatMap(({ publicVersion, madePublicAt: _, ...row }) =>
    publicVersion
      ? [{ ...row, title: publicVersion.title, subjects: publicVersion.subjects, area: publicVersion.area }]
      : [],
  )
  return { ...page, rows: read, total }
}

export type PublicPractice = NonNullable<Awaited<ReturnType<typeof getPublicPractice>>>

export async function getPublicPractice(actor: Actor, id: string) {
  if (!isId(id)) return null
  const row = await db.practice.findFirst({ where: { AND: [{ id }, where(actor)] }, select })
  if (!row?.publicVersion) return null
  return { ...row, version: { ...row.publicVersion, content: contentOf(row.publicVersion.content) } }
}
