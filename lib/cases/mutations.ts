import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { CaseFields } from './schema'
import type { CaseSubject, Explaining } from './subject-queries'

export const caseFacts = ({ id, title }: Pick<CaseSubject, 'id' | 'title'>, changes: Changes): AuditFacts => ({
  subjectType: 'case',
  subjectId: id,
  subjectLabel: title,
  changes,
})

const asked = (caseId: string, questions: string[]) => questions.map((text, position) => ({ caseId, position, text }))

const refuseFuture = (happenedOn: Day, today: Day): void => {
  if (happenedOn > today) throw new Refusal('INVALID', { happenedOn: 'IN_THE_FUTURE' })
}

export async function addCase(
  tx: Tx,
  { questions, happenedOn, createdById, today, ...words }: CaseFields & { createdById: string; today: Day },
): Promise<Outcome<{ caseId: string }>> {
  refuseFuture(happenedOn, today)
  const { id } = await tx.accidentCase.create({
    data: { ...words, happenedOn: toDate(happenedOn), createdById, createdAt: now() },
    select: { id: true },
  })
  await tx.caseQuestion.createMany({ data: asked(id, questions) })
  const { title, place } = words
  const changes = changesBetween({}, { title, happenedOn, place, questions: questions.length })
  return { data: { caseId: id }, record: caseFacts({ id, title }, changes) }
}

/** The words may be corrected at any time; the questions stay once members were asked them. */
export async function reviseCase(
  tx: Tx,
  accident: CaseSubject,
  { version, questions, happenedOn, today, ...words }: CaseFields & { version: number; today: Day },
): Promise<Outcome<{ version: number }>> {
  refuseFuture(happenedOn, today)
  const { count } = await tx.accidentCase.updateMany({
    where: { id: accident.id, version },
    data: { ...words, happenedOn: toDate(happenedOn), version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const before = accident.questions.map(({ text }) => text)
  if (JSON.stringify(before) !== JSON.stringify(questions)) await askAnew(tx, accident.id, questions)
  const { title, place, happened, causes, lessons, source } = accident
  const known = { title, place, happened, causes, lessons, source, happenedOn: fromDate(accident.happenedOn) }
  return {
    data: { version: version + 1 },
    record: caseFacts(accident, changesBetween<Record<string, unknown>>(known, { ...words, happenedOn })),
  }
}

/** The case is held by the update before; sending locks it too, so that nobody is asked what is being replaced. */
async function askAnew(tx: Tx, caseId: string, questions: string[]): Promise<void> {
  const sent = await tx.selfCheck.count({ where: { caseId } })
  refuseUnless(sent === 0, 'CASE_QUESTIONS_FIXED')
  await tx.caseQuestion.deleteMany({ where: { caseId } })
  await tx.caseQuestion.createMany({ data: asked(caseId, questions) })
}

/** Notes that the training explains the case; noted already: nothing changes. */
export async function explainCase(tx: Tx, training: Explaining): Promise<Outcome<null>> {
  await holdOpen(tx, training)
  const row = { activityId: training.id, caseId: training.case.id }
  const { count } = await tx.explainedCase.createMany({ data: row, skipDuplicates: true })
  return { data: null, record: count === 1 ? explainedFacts(training, [null, training.case.title]) : null }
}

export async function dropCase(tx: Tx, training: Explaining): Promise<Outcome<null>> {
  await holdOpen(tx, training)
  const { count } = await tx.explainedCase.deleteMany({ where: { activityId: training.id, caseId: training.case.id } })
  return { data: null, record: count === 1 ? explainedFacts(training, [training.case.title, null]) : null }
}

const explainedFacts = ({ id, title }: Explaining, accident: [string | null, string | null]): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes: { accidentCase: accident },
})

/** As with the courses: what a training explains is arranged until it is closed. */
async function holdOpen(tx: Tx, { id, kind }: Explaining): Promise<void> {
  refuseUnless(kind === 'TRAINING', 'COURSES_ONLY_FOR_TRAININGS')
  const open = await tx.$queryRaw<unknown[]>`
    SELECT id FROM activities WHERE id = ${id}::uuid AND state IN ('DRAFT', 'PUBLISHED', 'HELD') FOR UPDATE`
  refuseUnless(open.length === 1, 'COURSES_FIXED')
}
