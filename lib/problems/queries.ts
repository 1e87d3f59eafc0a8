import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { fromDate, toDate, yearPeriod, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma, ProblemTodoState } from '@/lib/core/prisma/client'
import { laterMembers } from './later-policy'
import { canReviseProblem, canSendToLater, visibleProblems, visibleProblemTodos } from './policy'
import { funnelOf, type Funnel } from './rules'

const problemSelect = {
  id: true,
  state: true,
  title: true,
  finding: true,
  recommendation: true,
  activity: { select: { id: true, title: true } },
  dueOn: true,
  sentAt: true,
  withdrawnAt: true,
  withdrawnBy: { select: { name: true } },
  withdrawReason: true,
  version: true,
  allianceYear: {
    select: {
      year: true,
      state: true,
      allianceId: true,
      alliance: { select: { slug: true, name: true, nameEn: true } },
    },
  },
} satisfies Prisma.ProblemSelect

export type ProblemRow = Omit<Prisma.ProblemGetPayload<{ select: typeof problemSelect }>, 'dueOn'> & { dueOn: Day }

/** A problem with how far its members have come, as far as the actor sees them. */
export type ProblemLine = ProblemRow & { funnel: Funnel }

/** Drafts first, then the latest sent, then what was withdrawn. */
export async function listProblems(actor: Actor, allianceId: string, year: number): Promise<ProblemLine[]> {
  const rows = await db.problem.findMany({
    where: { AND: [{ allianceYear: { allianceId, year } }, visibleProblems(actor)] },
    select: problemSelect,
    orderBy: [{ state: 'asc' }, { sentAt: 'desc' }, { id: 'desc' }],
  })
  return withFunnels(actor, rows)
}

export async function getProblem(actor: Actor, id: string): Promise<ProblemLine | null> {
  if (!isId(id)) return null
  const row = await db.problem.findFirst({ where: { AND: [{ id }, visibleProblems(actor)] }, select: problemSelect })
  const [line] = row ? await withFunnels(actor, [row]) : []
  return line ?? null
}

async function withFunnels(
  actor: Actor,
  rows: Prisma.ProblemGetPayload<{ select: typeof problemSelect }>[],
): Promise<ProblemLine[]> {
  const counts = await db.problemTodo.groupBy({
    by: ['problemId', 'state'],
    where: { AND: [{ problemId: { in: rows.map(({ id }) => id) } }, visibleProblemTodos(actor)] },
    _count: true,
  })
  return rows.map((row) => {
    const dueOn = fromDate(row.dueOn)
    const own = counts.filter(({ problemId }) => problemId === row.id)
    const byState: Partial<Record<ProblemTodoState, number>> = Object.fromEntries(
      own.map(({ state, _count }) => [state, _count]),
    )
    return { ...row, dueOn, funnel: funnelOf(byState, row.state === 'SENT' && dueOn < actor.today) }
  })
}

/** Those of the ids whose problem the actor sees. */
export async function listSeenProblemIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.problem.findMany({
    where: { AND: [{ id: { in: ids } }, visibleProblems(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

const choicesMax = 60

/** The alliance's activities of the year from which a problem may come, latest first; for whoever writes it down. */
export async function listSources(
  actor: Actor,
  { allianceId, year }: { allianceId: string; year: number },
): Promise<{ id: string; title: string }[]> {
  if (!canReviseProblem(actor, { allianceId })) return []
  const { from, to } = yearPeriod(year)
  return db.activity.findMany({
    where: {
      AND: [
        { hostAllianceId: allianceId, startsAt: { gte: from, lt: to }, state: { notIn: ['DRAFT', 'CANCELLED'] } },
        visibleActivities(actor),
      ],
    },
    select: { id: true, title: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: choicesMax,
  })
}

/** The members of today, to whom a problem can be sent; for whoever sends it. */
export async function listProblemMembers(actor: Actor, allianceId: string): Promise<{ id: string; name: string }[]> {
  if (!canReviseProblem(actor, { allianceId })) return []
  const day = toDate(actor.today)
  const members = await db.membership.findMany({
    where: { allianceId, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
    select: { enterprise: { select: { id: true, name: true } } },
    orderBy: [{ kind: 'asc' }, { enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  return members.map(({ enterprise }) => enterprise)
}

/** How many members have joined since a problem was sent and can still be sent it; for whoever sends it. */
export async function countLaterMembers(
  actor: Actor,
  { id, state, dueOn, allianceYear }: Pick<ProblemRow, 'id' | 'state' | 'dueOn' | 'allianceYear'>,
): Promise<number> {
  const isOpen = state === 'SENT' && dueOn >= actor.today && allianceYear.state !== 'CLOSED'
  if (!isOpen || !canSendToLater(actor, allianceYear)) return 0
  const rows = await db.$queryRaw<unknown[]>`${laterMembers(id, actor.today)}`
  return rows.length
}
