import type { AuditFacts, Changes } from '@/lib/access/audit'
import { plusMonths, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { lockActivity } from '@/lib/places/room-mutations'
import { tellInspected, tellInspecting, tellOfMajor } from './notice-mutations'
import type { FindingSubject, PairSubject } from './queries'
import { answerableStates, dueYearsMax, findingsMax, isAnswerable, returnableStates, takesFindings } from './rules'
import type { AnswerFindingInput, RecordFindingInput } from './schema'

/** Written under the activity. */
export const inspectionFacts = ({ id, title }: { id: string; title: string }, changes: Changes): AuditFacts => ({
  subjectType: 'activity',
  subjectId: id,
  subjectLabel: title,
  changes,
})

export const wordsOf = ({ inspector, inspected }: PairSubject): string => `${inspector.name} → ${inspected.name}`

/** The trail names a finding by its number, never by its words. */
export const pointFacts = (pair: PairSubject, number: number, changes: Changes): AuditFacts =>
  inspectionFacts(pair.activity, {
    inspectionPair: [wordsOf(pair), wordsOf(pair)],
    findingNumber: [number, number],
    ...changes,
  })

/**
 * One point that was found, from the beginning of the inspection on; the inspected member is told, and of a major one the
 * coordinator too. Numbered in the order of recording.
 * @returns its number, and whether it is new: the same words pressed twice are one finding
 */
export async function recordFinding(
  tx: Tx,
  { pair, input, userId }: { pair: PairSubject; input: RecordFindingInput; userId: string },
): Promise<{ number: number; isNew: boolean }> {
  const at = now()
  const locked = await lockActivity(tx, pair.activity.id)
  refuseUnless(takesFindings(locked, at), 'INSPECTION_NOT_BEGUN')
  const { pairId, text, location, severity } = input
  const same = await tx.inspectionFinding.findFirst({
    where: { pairId, text, location, state: 'OPEN' },
    select: { position: true },
  })
  if (same) return { number: same.position + 1, isNew: false }
  const position = await tx.inspectionFinding.count({ where: { pairId } })
  refuseUnless(position < findingsMax, 'FINDINGS_FULL')
  await tx.inspectionFinding.create({
    data: { pairId, position, text, location, severity, recordedById: userId, recordedAt: at },
    select: { id: true },
  })
  await tellInspected(tx, pair, 'FINDING_RECORDED')
  if (severity === 'MAJOR') await tellOfMajor(tx, pair)
  return { number: position + 1, isNew: true }
}

type Judged = { version: number; userId: string }
type WithReason = Judged & { reason: string }

/** Recorded by mistake: as long as nobody has answered it, it is taken back. It stays readable to those inside. */
export async function withdrawFinding(
  tx: Tx,
  finding: FindingSubject,
  { version, reason }: WithReason,
): Promise<Changes> {
  const { count } = await tx.inspectionFinding.updateMany({
    where: { id: finding.id, version, state: 'OPEN', measure: '' },
    data: { state: 'WITHDRAWN', reason, version: { increment: 1 } },
  })
  refuseUnless(count === 1, finding.version === version ? 'FINDING_ANSWERED' : 'CONFLICT')
  await tellInspected(tx, finding.pair, 'FINDING_WITHDRAWN')
  return { state: [finding.state, 'WITHDRAWN'] }
}

/** The inspected member says what it does and until when, or that it is done; better said again until it is closed. */
export async function answerFinding(
  tx: Tx,
  finding: FindingSubject,
  { version, state, measure, dueOn, userId, today }: AnswerFindingInput & { userId: string; today: Day },
): Promise<Changes> {
  const isPromise = state === 'FIXING' && dueOn !== null
  if (isPromise && dueOn < today) throw new Refusal('INVALID', { dueOn: 'IN_THE_PAST' })
  if (isPromise && dueOn > plusMonths(today, 12 * dueYearsMax)) throw new Refusal('INVALID', { dueOn: 'TOO_FAR' })
  const { count } = await tx.inspectionFinding.updateMany({
    where: { id: finding.id, version, state: { in: [...answerableStates] } },
    data: {
      state,
      measure,
      ...(isPromise && { dueOn: toDate(dueOn) }),
      answeredById: userId,
      answeredAt: now(),
      reason: '',
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, isAnswerable(finding.state) ? 'CONFLICT' : 'FINDING_ENDED')
  await tellInspecting(tx, finding.pair, finding.recordedById)
  return { state: [finding.state, state] }
}

/** Confirms that it is mended. Whoever answered does not confirm, under no hat. */
export async function closeFinding(tx: Tx, finding: FindingSubject, { version, userId }: Judged): Promise<Changes> {
  const { count } = await tx.inspectionFinding.updateMany({
    where: { id: finding.id, version, state: 'FIXED', answeredById: { not: userId } },
    data: { state: 'CLOSED', closedById: userId, closedAt: now(), version: { increment: 1 } },
  })
  refuseUnless(count === 1, whyNotJudged(finding, userId))
  await tellInspected(tx, finding.pair, 'FINDING_CLOSED')
  return { state: [finding.state, 'CLOSED'] }
}

/** Back to the inspected member, with what is missing; what it answered stays readable. */
export async function returnFinding(
  tx: Tx,
  finding: FindingSubject,
  { version, userId, reason }: WithReason,
): Promise<Changes> {
  const { count } = await tx.inspectionFinding.updateMany({
    where: { id: finding.id, version, state: { in: [...returnableStates] }, answeredById: { not: userId } },
    data: { state: 'OPEN', reason, version: { increment: 1 } },
  })
  refuseUnless(count === 1, whyNotJudged(finding, userId))
  await tellInspected(tx, finding.pair, 'FINDING_RETURNED')
  return { state: [finding.state, 'OPEN'] }
}

const whyNotJudged = ({ answeredBy }: FindingSubject, userId: string): string =>
  answeredBy?.id === userId ? 'FINDING_OWN_ANSWER' : 'CONFLICT'
