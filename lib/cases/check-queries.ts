import type { Actor } from '@/lib/access/actor'
import { fromDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Cursor, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { canAnswerSelfCheck, canUrgeSelfCheck, visibleReplies, visibleSelfChecks } from './policy'
import { mayAnswer, type AnswerKind, type Tally } from './rules'
import type { ReplyFilter } from './schema'

const checkSelect = {
  id: true,
  allianceId: true,
  alliance: { select: { slug: true, name: true, nameEn: true, shortName: true, sortOrder: true } },
  dueOn: true,
  sentAt: true,
  urgedOn: true,
  case: {
    select: { id: true, title: true, questions: { select: { id: true, text: true }, orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.SelfCheckSelect

type CheckRecord = Prisma.SelfCheckGetPayload<{ select: typeof checkSelect }>

/** A self-check with how many answered, as far as the actor sees them. */
export type CheckLine = Omit<CheckRecord, 'dueOn' | 'urgedOn'> & {
  dueOn: Day
  tally: Tally
  may: { urge: boolean }
}

async function withTallies(actor: Actor, records: CheckRecord[]): Promise<CheckLine[]> {
  const seen = { AND: [{ selfCheckId: { in: records.map(({ id }) => id) } }, visibleReplies(actor)] }
  const [sent, answered] = await Promise.all(
    [seen, { AND: [seen, { answeredAt: { not: null } }] }].map((where) =>
      db.selfCheckReply.groupBy({ by: ['selfCheckId'], where, _count: true }),
    ),
  )
  const countOf = (groups: typeof sent, id: string) => groups?.find((one) => one.selfCheckId === id)?._count ?? 0
  return records.map(({ urgedOn, ...record }) => {
    const tally = { sent: countOf(sent, record.id), answered: countOf(answered, record.id) }
    const isUrgedToday = urgedOn !== null && fromDate(urgedOn) === actor.today
    const urge = !isUrgedToday && tally.answered < tally.sent && canUrgeSelfCheck(actor, record)
    return { ...record, dueOn: fromDate(record.dueOn), tally, may: { urge } }
  })
}

/** To which alliances a case was sent, and how many of their members answered. */
export async function listSelfChecks(actor: Actor, caseId: string): Promise<CheckLine[]> {
  const records = await db.selfCheck.findMany({
    where: { AND: [{ caseId }, visibleSelfChecks(actor)] },
    select: checkSelect,
    orderBy: { alliance: { sortOrder: 'asc' } },
  })
  return withTallies(actor, records)
}

export async function getSelfCheck(actor: Actor, id: string): Promise<CheckLine | null> {
  if (!isId(id)) return null
  const record = await db.selfCheck.findFirst({
    where: { AND: [{ id }, visibleSelfChecks(actor)] },
    select: checkSelect,
  })
  const [line] = record ? await withTallies(actor, [record]) : []
  return line ?? null
}

const replySelect = {
  id: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  answeredAt: true,
  answeredBy: { select: { name: true } },
  version: true,
  answers: { select: { questionId: true, answer: true, note: true } },
  selfCheck: { select: { dueOn: true } },
} satisfies Prisma.SelfCheckReplySelect

type ReplyRecord = Prisma.SelfCheckReplyGetPayload<{ select: typeof replySelect }>

export type ReplyRow = Omit<ReplyRecord, 'selfCheck'> & { couldHappen: number; mayAnswer: boolean }

function seenBy(actor: Actor, { selfCheck, ...row }: ReplyRecord): ReplyRow {
  const dueOn = fromDate(selfCheck.dueOn)
  return {
    ...row,
    couldHappen: row.answers.filter(({ answer }) => answer === 'YES').length,
    mayAnswer: canAnswerSelfCheck(actor, row) && mayAnswer({ answeredAt: row.answeredAt, dueOn }, actor.today),
  }
}

/** The own enterprise's reply to a self-check. */
export async function getOwnReply(actor: Actor, selfCheckId: string): Promise<ReplyRow | null> {
  if (actor.hat.kind !== 'ENTERPRISE') return null
  const record = await db.selfCheckReply.findUnique({
    where: { selfCheckId_enterpriseId: { selfCheckId, enterpriseId: actor.hat.enterpriseId } },
    select: replySelect,
  })
  return record && seenBy(actor, record)
}

export async function getReply(actor: Actor, selfCheckId: string, id: string): Promise<ReplyRow | null> {
  if (!isId(selfCheckId) || !isId(id)) return null
  const record = await db.selfCheckReply.findFirst({
    where: { AND: [{ id, selfCheckId }, visibleReplies(actor)] },
    select: replySelect,
  })
  return record && seenBy(actor, record)
}

/** Members that have answered, or have still to, by name. */
export async function listReplies(
  actor: Actor,
  selfCheckId: string,
  filter: ReplyFilter,
): Promise<Page<ReplyRow> & { total: number }> {
  const cursor = decodeCursor(filter.cursor)
  const answeredAt = filter.state === 'ANSWERED' ? { not: null } : null
  const where = { AND: [{ selfCheckId, answeredAt }, visibleReplies(actor)] } satisfies Prisma.SelfCheckReplyWhereInput
  const direction = cursor?.direction === 'before' ? 'desc' : 'asc'
  const [records, total] = await Promise.all([
    db.selfCheckReply.findMany({
      where: { AND: [where, beyond(cursor)] },
      select: replySelect,
      orderBy: [{ enterprise: { name: direction } }, { id: direction }],
      take: pageSize + 1,
    }),
    db.selfCheckReply.count({ where }),
  ])
  const rows = records.map((record) => seenBy(actor, record))
  return { ...cutPage(rows, cursor, ({ enterprise }) => enterprise.name), total }
}

function beyond(cursor: Cursor | null): Prisma.SelfCheckReplyWhereInput {
  if (!cursor || typeof cursor.value !== 'string') return {}
  const { direction, value, id } = cursor
  const past = direction === 'before' ? 'lt' : 'gt'
  return { OR: [{ enterprise: { name: { [past]: value } } }, { enterprise: { name: value }, id: { [past]: id } }] }
}

export type QuestionTally = Record<AnswerKind, number>

/** By question: how the members answered, as far as the actor sees them. */
export async function tallyAnswers(actor: Actor, selfCheckId: string): Promise<Map<string, QuestionTally>> {
  const groups = await db.selfCheckAnswer.groupBy({
    by: ['questionId', 'answer'],
    where: { reply: { AND: [{ selfCheckId }, visibleReplies(actor)] } },
    _count: true,
  })
  const tallies = new Map<string, QuestionTally>()
  for (const { questionId, answer, _count } of groups) {
    const known = tallies.get(questionId) ?? { YES: 0, NO: 0, NOT_APPLICABLE: 0 }
    tallies.set(questionId, { ...known, [answer]: _count })
  }
  return tallies
}

export type OwnCheck = { id: string; title: string; dueOn: Day }

const shownMax = 20

/** Self-checks that the own enterprise has still to answer, the most urgent first. */
export async function listOwnSelfChecks(actor: Actor): Promise<OwnCheck[]> {
  if (actor.hat.kind !== 'ENTERPRISE') return []
  const rows = await db.selfCheckReply.findMany({
    where: { enterpriseId: actor.hat.enterpriseId, answeredAt: null },
    select: { selfCheck: { select: { id: true, dueOn: true, case: { select: { title: true } } } } },
    orderBy: [{ selfCheck: { dueOn: 'asc' } }, { id: 'asc' }],
    take: shownMax,
  })
  return rows.map(({ selfCheck }) => ({
    id: selfCheck.id,
    title: selfCheck.case.title,
    dueOn: fromDate(selfCheck.dueOn),
  }))
}

/** Those of the ids whose self-check the actor sees. */
export async function listSeenSelfCheckIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.selfCheck.findMany({
    where: { AND: [{ id: { in: ids } }, visibleSelfChecks(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
