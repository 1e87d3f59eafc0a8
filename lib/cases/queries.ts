import type { Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleCases } from './policy'
import type { CaseFilter } from './schema'
import { caseSubject, type CaseSubject } from './subject-queries'

const lineSelect = {
  id: true,
  title: true,
  happenedOn: true,
  place: true,
  _count: { select: { questions: true, explained: true } },
} satisfies Prisma.AccidentCaseSelect

type LineRecord = Prisma.AccidentCaseGetPayload<{ select: typeof lineSelect }>

export type CaseLine = Omit<LineRecord, 'happenedOn' | '_count'> & {
  happenedOn: Day
  questions: number
  explained: number
}

export type CasePage = Page<CaseLine> & { total: number }

const searched = (q: string): Prisma.AccidentCaseWhereInput[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      OR: [{ title: { contains: word } }, { place: { contains: word } }, { causes: { contains: word } }],
    }))

/** The library, the latest accident first. */
export async function listCases(actor: Actor, { q = '', cursor: text }: CaseFilter): Promise<CasePage> {
  const cursor = decodeCursor(text)
  const where = { AND: [visibleCases(actor), ...searched(q)] } satisfies Prisma.AccidentCaseWhereInput
  const isFalling = cursor?.direction !== 'before'
  const at = cursor && new Date(`${cursor.value}T00:00:00Z`)
  const isUsable = at !== null && !Number.isNaN(at.getTime())
  const past = isFalling ? 'lt' : 'gt'
  const beyond = isUsable
    ? { OR: [{ happenedOn: { [past]: at } }, { happenedOn: at, id: { [past]: cursor?.id ?? '' } }] }
    : {}
  const direction = isFalling ? 'desc' : 'asc'
  const [records, total] = await Promise.all([
    db.accidentCase.findMany({
      where: { AND: [where, beyond] },
      select: lineSelect,
      orderBy: [{ happenedOn: direction }, { id: direction }],
      take: pageSize + 1,
    }),
    db.accidentCase.count({ where }),
  ])
  const page = cutPage(records, isUsable ? cursor : null, ({ happenedOn }) => fromDate(happenedOn))
  const rows = page.rows.map(({ happenedOn, _count, ...row }) => ({
    ...row,
    happenedOn: fromDate(happenedOn),
    ..._count,
  }))
  return { ...page, rows, total }
}

export type CaseDetail = Omit<CaseSubject, 'happenedOn'> & { happenedOn: Day }

export async function getCase(actor: Actor, id: string): Promise<CaseDetail | null> {
  if (!isId(id)) return null
  const record = await caseSubject(db, actor, { caseId: id })
  return record && { ...record, happenedOn: fromDate(record.happenedOn) }
}

export type NamedCase = { id: string; title: string }

/** The cases that a training explains; the training has been seen by whoever asks. */
export async function listExplained(actor: Actor, activityId: string): Promise<NamedCase[]> {
  const rows = await db.explainedCase.findMany({
    where: { activityId, case: visibleCases(actor) },
    select: { case: { select: { id: true, title: true } } },
    orderBy: [{ case: { happenedOn: 'desc' } }, { caseId: 'asc' }],
  })
  return rows.map((row) => row.case)
}

const choicesMax = 200

/** Cases that a training may explain. */
export const listCaseChoices = (actor: Actor): Promise<NamedCase[]> =>
  db.accidentCase.findMany({
    where: visibleCases(actor),
    select: { id: true, title: true },
    orderBy: [{ happenedOn: 'desc' }, { id: 'asc' }],
    take: choicesMax,
  })

/** Alliances of whose members the actor asks a case's questions, without those that were asked already. */
export async function listUnasked(
  actor: Actor,
  caseId: string,
): Promise<{ id: string; name: string; nameEn: string }[]> {
  const { hat } = actor
  const own = hat.kind === 'INSURER' ? { id: { in: hat.allianceIds } } : {}
  if (hat.kind !== 'MUNICIPAL' && hat.kind !== 'INSURER') return []
  return db.alliance.findMany({
    where: { AND: [own, { selfChecks: { none: { caseId } } }, { memberships: { some: membersOn(actor.today) } }] },
    select: { id: true, name: true, nameEn: true },
    orderBy: { sortOrder: 'asc' },
  })
}

const membersOn = (today: Day): Prisma.MembershipWhereInput => ({
  joinedOn: { lte: toDate(today) },
  OR: [{ leftOn: null }, { leftOn: { gt: toDate(today) } }],
})
