import type { Actor } from '@/lib/access/actor'
import { listSeenActivityIds } from '@/lib/activities/seen-queries'
import { yearPeriod } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { maskPhone } from '@/lib/enterprises/rules'
import { visibleExperts } from './policy'
import { expertState, type ExpertState } from './rules'
import type { ExpertFilter } from './schema'

const expertSelect = {
  id: true,
  name: true,
  namePinyin: true,
  organization: true,
  title: true,
  fields: true,
  otherFields: true,
  phone: true,
  retiredAt: true,
  version: true,
} satisfies Prisma.ExpertSelect

type ExpertRecord = Prisma.ExpertGetPayload<{ select: typeof expertSelect }>

export type ExpertSubject = ExpertRecord

export const expertSubject = (
  tx: Tx,
  actor: Actor,
  { expertId }: { expertId: string },
): Promise<ExpertSubject | null> =>
  tx.expert.findFirst({ where: { AND: [{ id: expertId }, visibleExperts(actor)] }, select: expertSelect })

export type ExpertRow = Omit<ExpertRecord, 'phone' | 'retiredAt'> & { state: ExpertState }

/** How much somebody lectures: trainings of this year, and when the next one is. */
export type ExpertLoad = { thisYear: number; nextAt: Date | null }

const idle: ExpertLoad = { thisYear: 0, nextAt: null }

const rowOf = ({ phone: _, retiredAt, ...row }: ExpertRecord): ExpertRow => ({
  ...row,
  state: expertState({ retiredAt }),
})

/** A word is part of a name, its pinyin or initials, an organisation, or of the free words on fields. */
function searched(q: string): Prisma.ExpertWhereInput[] {
  return q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      OR: [
        { name: { contains: word } },
        { namePinyin: { contains: word.toLowerCase() } },
        { organization: { contains: word } },
        { otherFields: { contains: word } },
      ],
    }))
}

const chosen = (actor: Actor, { q = '', field, state = 'ACTIVE' }: ExpertFilter): Prisma.ExpertWhereInput => ({
  AND: [
    visibleExperts(actor),
    field ? { fields: { has: field } } : {},
    state === 'ACTIVE' ? { retiredAt: null } : { retiredAt: { not: null } },
    ...searched(q),
  ],
})

export type ExpertPage = Page<ExpertRow & { load: ExpertLoad }> & { total: number }

/** Experts by the pinyin of their names, each with how much they lecture; the active ones unless others are asked for. */
export async function listExperts(actor: Actor, filter: ExpertFilter): Promise<ExpertPage> {
  const cursor = decodeCursor(filter.cursor)
  const where = chosen(actor, filter)
  const direction = cursor?.direction === 'before' ? 'desc' : 'asc'
  const [records, total] = await Promise.all([
    db.expert.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: expertSelect,
      orderBy: [{ namePinyin: direction }, { id: direction }],
      take: pageSize + 1,
    }),
    db.expert.count({ where }),
  ])
  const page = cutPage(records, cursor, ({ namePinyin }) => namePinyin)
  const loads = await loadsOf(
    actor,
    page.rows.map(({ id }) => id),
  )
  return { ...page, total, rows: page.rows.map((row) => ({ ...rowOf(row), load: loads.get(row.id) ?? idle })) }
}

function beyond(cursor: Cursor | null): Prisma.ExpertWhereInput {
  if (!cursor || typeof cursor.value !== 'string') return {}
  const { direction, value, id } = cursor
  const past = direction === 'before' ? 'lt' : 'gt'
  return { OR: [{ namePinyin: { [past]: value } }, { namePinyin: value, id: { [past]: id } }] }
}

/** Figures over all alliances, whoever runs them: a shared register is of use only if everybody sees who is busy. */
async function loadsOf({ today }: Actor, ids: string[]): Promise<Map<string, ExpertLoad>> {
  if (ids.length === 0) return new Map()
  const { from, to } = yearPeriod(Number(today.slice(0, 4)))
  const rows = await db.$queryRaw<{ id: string; thisYear: number; nextAt: Date | null }[]>`
    SELECT c.expert_id AS id,
      count(DISTINCT a.id) FILTER (WHERE a.starts_at >= ${from} AND a.starts_at < ${to})::int AS "thisYear",
      min(a.starts_at) FILTER (WHERE a.ends_at > ${now()}) AS "nextAt"
    FROM courses c JOIN activities a ON a.id = c.activity_id AND a.state IN ('PUBLISHED', 'HELD', 'CLOSED')
    WHERE c.expert_id = ANY(${ids}::uuid[]) GROUP BY c.expert_id`
  return new Map(rows.map(({ id, ...load }) => [id, load]))
}

export type ExpertDetail = ExpertRow & { phone: string; load: ExpertLoad }

/** One expert with the telephone masked; null where the actor has no register. */
export async function getExpert(actor: Actor, id: string): Promise<ExpertDetail | null> {
  if (!isId(id)) return null
  const [record, loads] = await Promise.all([expertSubject(db, actor, { expertId: id }), loadsOf(actor, [id])])
  return record && { ...rowOf(record), phone: maskPhone(record.phone), load: loads.get(id) ?? idle }
}

export type Engagement = {
  courseId: string
  startsAt: Date
  hours: number
  alliance: string
  /** null: the actor sees that the expert is taken, not by what. */
  course: { activityId: string; activity: string; title: string } | null
}

const engagementsMax = 60

/** What an expert has taught and will teach, the latest first. */
export async function listEngagements(actor: Actor, expertId: string): Promise<Engagement[]> {
  const courses = await db.course.findMany({
    where: { expertId, expert: visibleExperts(actor), activity: { state: { in: ['PUBLISHED', 'HELD', 'CLOSED'] } } },
    select: {
      id: true,
      title: true,
      hours: true,
      activity: { select: { id: true, title: true, startsAt: true, hostAlliance: { select: { shortName: true } } } },
    },
    orderBy: [{ activity: { startsAt: 'desc' } }, { id: 'asc' }],
    take: engagementsMax,
  })
  const seen = new Set(
    await listSeenActivityIds(
      actor,
      courses.map(({ activity }) => activity.id),
    ),
  )
  return courses.map(({ id, title, hours, activity }) => ({
    courseId: id,
    startsAt: activity.startsAt,
    hours,
    alliance: activity.hostAlliance.shortName,
    course: seen.has(activity.id) ? { activityId: activity.id, activity: activity.title, title } : null,
  }))
}

/** Whom a course may be given to: the active ones, by name; nobody for whoever has no register. */
export async function listLecturers(actor: Actor): Promise<{ id: string; name: string; organization: string }[]> {
  return db.expert.findMany({
    where: { AND: [visibleExperts(actor), { retiredAt: null }] },
    select: { id: true, name: true, organization: true },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
  })
}
