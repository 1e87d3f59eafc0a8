import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { tellMembers } from './notice-mutations'
import { dueYearsMax } from './rules'
import type { ProblemFields } from './schema'
import type { ProblemSubject, ProblemYear } from './subject-queries'

type Writer = { userId: string; today: Day }

export const problemFacts = ({ id, title }: Pick<ProblemSubject, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'problem',
  subjectId: id,
  subjectLabel: title,
  changes,
})

export async function draftProblem(
  tx: Tx,
  year: ProblemYear,
  { userId, today, ...fields }: ProblemFields & Writer,
): Promise<Outcome<{ problemId: string }>> {
  refuseUnless(year.state !== 'CLOSED', 'PROBLEM_YEAR_CLOSED')
  refuseWrongDay(fields.dueOn, today)
  const activity = await activityTitle(tx, year, fields.activityId)
  const { title, finding, recommendation, activityId, dueOn } = fields
  const { id } = await tx.problem.create({
    data: {
      allianceYearId: year.id,
      title,
      finding,
      recommendation,
      activityId,
      dueOn: toDate(dueOn),
      createdById: userId,
      createdAt: now(),
    },
    select: { id: true },
  })
  const changes = changesBetween({}, { title, finding, recommendation, activity, dueOn })
  return { data: { problemId: id }, record: problemFacts({ id, title }, changes) }
}

/** Only a draft is changed: what was sent is what the members answer to. */
export async function reviseProblem(
  tx: Tx,
  problem: ProblemSubject,
  { version, today, ...fields }: ProblemFields & { version: number; today: Day },
): Promise<Outcome<{ version: number }>> {
  refuseWrongDay(fields.dueOn, today)
  const stays = fields.activityId === problem.activityId
  const was = problem.activity?.title ?? null
  const activity = stays ? was : await activityTitle(tx, problem.allianceYear, fields.activityId)
  const { title, finding, recommendation, activityId, dueOn } = fields
  const { count } = await tx.problem.updateMany({
    where: { id: problem.id, version, state: 'DRAFT' },
    data: { title, finding, recommendation, activityId, dueOn: toDate(dueOn), version: { increment: 1 } },
  })
  refuseUnless(count === 1 || problem.state === 'DRAFT', 'PROBLEM_SENT')
  refuseUnless(count === 1, 'CONFLICT')
  const before = { ...textOf(problem), activity: was, dueOn: fromDate(problem.dueOn) }
  const changes = changesBetween(before, { title, finding, recommendation, activity, dueOn })
  return { data: { version: version + 1 }, record: problemFacts(problem, changes) }
}

export async function discardProblem(tx: Tx, problem: ProblemSubject, version: number): Promise<Outcome<null>> {
  const { count } = await tx.problem.deleteMany({ where: { id: problem.id, version, state: 'DRAFT' } })
  refuseUnless(count === 1 || problem.state === 'DRAFT', 'PROBLEM_SENT')
  refuseUnless(count === 1, 'CONFLICT')
  return { data: null, record: problemFacts(problem, { title: [problem.title, null] }) }
}

type Sending = Writer & { version: number; to: 'ALL' | 'CHOSEN'; enterpriseIds: string[] }

/**
 * Gives each member concerned its to-do and tells its people. The draft is taken by the first who sends it: pressed twice,
 * or by two at once, it is sent once.
 */
export async function sendProblem(
  tx: Tx,
  problem: ProblemSubject,
  { version, to, enterpriseIds, today }: Sending,
): Promise<Outcome<{ members: number }>> {
  const at = now()
  const { count } = await tx.problem.updateMany({
    where: { id: problem.id, version, state: 'DRAFT', allianceYear: { state: { not: 'CLOSED' } } },
    data: { state: 'SENT', sentAt: at, version: { increment: 1 } },
  })
  if (count === 0) return alreadySent(tx, problem)
  if (fromDate(problem.dueOn) < today) throw new Refusal('PROBLEM_DUE_PAST')
  const chosen = to === 'ALL' ? Prisma.sql`true` : Prisma.sql`s.enterprise_id = ANY(${enterpriseIds}::uuid[])`
  const members = await tx.$executeRaw`
    INSERT INTO problem_todos (id, problem_id, enterprise_id)
    SELECT gen_random_uuid(), ${problem.id}::uuid, s.enterprise_id FROM memberships s
    WHERE s.alliance_id = ${problem.allianceYear.allianceId}::uuid AND s.joined_on <= ${today}::date
      AND (s.left_on IS NULL OR s.left_on > ${today}::date) AND ${chosen}
    ON CONFLICT DO NOTHING`
  if (to === 'CHOSEN' && members !== new Set(enterpriseIds).size)
    throw new Refusal('INVALID', { enterpriseIds: 'NOT_A_CHOICE' })
  refuseUnless(members > 0, 'PROBLEM_NOBODY_CONCERNED')
  const concerned = Prisma.sql`t.problem_id = ${problem.id}::uuid`
  await tellMembers(tx, problem, { kind: 'PROBLEM_SENT', concerned, today, at })
  return { data: { members }, record: problemFacts(problem, { members: [null, members] }) }
}

async function alreadySent(tx: Tx, { id, allianceYear }: ProblemSubject): Promise<Outcome<{ members: number }>> {
  refuseUnless(allianceYear.state !== 'CLOSED', 'PROBLEM_YEAR_CLOSED')
  const members = await tx.problemTodo.count({ where: { problemId: id, problem: { state: 'SENT' } } })
  refuseUnless(members > 0, 'CONFLICT')
  return { data: { members }, record: null }
}

const textOf = ({ title, finding, recommendation }: ProblemSubject) => ({ title, finding, recommendation })

function refuseWrongDay(dueOn: Day, today: Day): void {
  if (dueOn < today) throw new Refusal('INVALID', { dueOn: 'IN_THE_PAST' })
  if (dueOn > plusDays(today, dueYearsMax * 365)) throw new Refusal('INVALID', { dueOn: 'TOO_FAR' })
}

/** A problem comes from an activity of its own alliance, or from none. */
async function activityTitle(tx: Tx, { allianceId }: ProblemYear, id: string | null): Promise<string | null> {
  if (!id) return null
  const activity = await tx.activity.findFirst({
    where: { id, hostAllianceId: allianceId, state: { notIn: ['DRAFT', 'CANCELLED'] } },
    select: { title: true },
  })
  if (!activity) throw new Refusal('INVALID', { activityId: 'NOT_A_CHOICE' })
  return activity.title
}
