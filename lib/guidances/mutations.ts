import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import { fromDateOrNull, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { tellBureau, tellOrganiser, tellRequester } from './notice-mutations'
import type { GuidanceSubject } from './queries'
import { withdrawableStates } from './rules'
import type { AdviseInput, ApproveGuidanceInput, ArrangeGuidanceInput, RequestGuidanceInput } from './schema'

/** That something was asked, decided and advised, and of whom; not what: the trail is read by more than the advice. */
export const guidanceFacts = (
  { id, enterprise }: Pick<GuidanceSubject, 'id'> & { enterprise: { name: string } },
  changes: Changes,
): AuditFacts => ({
  subjectType: 'guidance',
  subjectId: id,
  subjectLabel: enterprise.name,
  changes,
})

type Writer = { userId: string; today: Day }

type Asked = RequestGuidanceInput & Writer

/**
 * An enterprise asks for guidance; the bureau that supervises it is told. Refuses a period that is over. The same press a
 * second time is the same request, also of two that come at the same instant: the key is unique.
 */
export async function requestGuidance(
  tx: Tx,
  enterpriseId: string,
  asked: Asked,
): Promise<{ id: string; isNew: boolean }> {
  if (asked.wishedTo < asked.today) throw new Refusal('INVALID', { wishedTo: 'IN_THE_PAST' })
  const { count } = await tx.guidanceRequest.createMany({ data: [rowOf(enterpriseId, asked)], skipDuplicates: true })
  const request = await tx.guidanceRequest.findFirst({
    where: { requestKey: asked.key, title: asked.title, enterpriseId },
    select: {
      id: true,
      title: true,
      enterpriseId: true,
      enterprise: { select: { name: true, supervisingJurisdictionId: true } },
    },
  })
  if (!request) throw new Refusal('CONFLICT')
  if (count === 1) await tellBureau(tx, { request, kind: 'GUIDANCE_REQUESTED' })
  return { id: request.id, isNew: count === 1 }
}

const rowOf = (enterpriseId: string, { key, wishedFrom, wishedTo, userId, today: _, ...asked }: Asked) => ({
  ...asked,
  enterpriseId,
  requestKey: key,
  wishedFrom: toDate(wishedFrom),
  wishedTo: toDate(wishedTo),
  requestedById: userId,
  requestedAt: now(),
})

/** Only experts who are in the register today. */
async function nameExperts(tx: Tx, requestId: string, expertIds: string[]): Promise<string[]> {
  const ids = [...new Set(expertIds)]
  const found = await tx.expert.findMany({
    where: { id: { in: ids }, retiredAt: null },
    select: { id: true, name: true },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
  })
  if (found.length !== ids.length) throw new Refusal('INVALID', { expertIds: 'NOT_A_CHOICE' })
  await tx.guidanceExpert.deleteMany({ where: { requestId } })
  await tx.guidanceExpert.createMany({ data: found.map(({ id }) => ({ requestId, expertId: id })) })
  return found.map(({ name }) => name)
}

/** A coordinator arranges visits at members of their own alliance only. */
async function refuseForeignOrganiser(tx: Tx, enterpriseId: string, allianceId: string, today: Day): Promise<void> {
  const day = toDate(today)
  const member = await tx.membership.count({
    where: { enterpriseId, allianceId, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
  })
  if (member === 0) throw new Refusal('INVALID', { organiserAllianceId: 'NOT_A_CHOICE' })
}

/** The bureau approves (clause A31), names who goes there, and may give the arranging to a coordinator. */
export async function approveGuidance(
  tx: Tx,
  request: GuidanceSubject,
  { version, expertIds, organiserAllianceId, visitOn, userId, today }: ApproveGuidanceInput & Writer,
): Promise<Changes> {
  if (visitOn && visitOn < today) throw new Refusal('INVALID', { visitOn: 'IN_THE_PAST' })
  if (organiserAllianceId) await refuseForeignOrganiser(tx, request.enterpriseId, organiserAllianceId, today)
  const { count } = await tx.guidanceRequest.updateMany({
    where: { id: request.id, version, state: 'REQUESTED' },
    data: {
      state: 'APPROVED',
      organiserAllianceId,
      visitOn: visitOn && toDate(visitOn),
      decidedById: userId,
      decidedAt: now(),
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, request.state === 'REQUESTED' ? 'CONFLICT' : 'GUIDANCE_DECIDED')
  const experts = await nameExperts(tx, request.id, expertIds)
  await tellRequester(tx, { request, kind: 'GUIDANCE_APPROVED', day: visitOn ?? '' })
  await tellOrganiser(tx, organiserAllianceId, { request, kind: 'GUIDANCE_GIVEN', day: visitOn ?? '' })
  return { state: ['REQUESTED', 'APPROVED'], experts: [null, experts], visitOn: [null, visitOn] }
}

type End = { version: number; reason: string; userId: string }

/** The bureau refuses, with a reason that the enterprise reads. */
export async function refuseGuidance(tx: Tx, request: GuidanceSubject, { version, reason, userId }: End) {
  const { count } = await tx.guidanceRequest.updateMany({
    where: { id: request.id, version, state: 'REQUESTED' },
    data: { state: 'REFUSED', reason, decidedById: userId, decidedAt: now(), version: { increment: 1 } },
  })
  refuseUnless(count === 1, request.state === 'REQUESTED' ? 'CONFLICT' : 'GUIDANCE_DECIDED')
  await tellRequester(tx, { request, kind: 'GUIDANCE_REFUSED', reason })
}

/** The enterprise gives it up before the visit; whoever has to do with it is told. */
export async function withdrawGuidance(tx: Tx, request: GuidanceSubject, { version, reason }: End) {
  const { count } = await tx.guidanceRequest.updateMany({
    where: { id: request.id, version, state: { in: [...withdrawableStates] } },
    data: { state: 'WITHDRAWN', reason, version: { increment: 1 } },
  })
  const isStill = withdrawableStates.some((state) => state === request.state)
  refuseUnless(count === 1, isStill ? 'CONFLICT' : 'GUIDANCE_DECIDED')
  await tellBureau(tx, { request, kind: 'GUIDANCE_WITHDRAWN', reason })
  await tellOrganiser(tx, request.organiserAllianceId, { request, kind: 'GUIDANCE_WITHDRAWN', reason })
}

/** Another day or other experts, before there is advice; the enterprise is told. */
export async function arrangeGuidance(
  tx: Tx,
  request: GuidanceSubject,
  { version, expertIds, visitOn }: ArrangeGuidanceInput,
): Promise<Changes> {
  const { count } = await tx.guidanceRequest.updateMany({
    where: { id: request.id, version, state: 'APPROVED' },
    data: { visitOn: toDate(visitOn), version: { increment: 1 } },
  })
  refuseUnless(count === 1, request.state === 'APPROVED' ? 'CONFLICT' : 'GUIDANCE_NOT_APPROVED')
  const experts = await nameExperts(tx, request.id, expertIds)
  await tellRequester(tx, { request, kind: 'GUIDANCE_ARRANGED', day: visitOn })
  const before = {
    visitOn: fromDateOrNull(request.visitOn),
    experts: request.experts.map(({ expert }) => expert.name),
  }
  return changesBetween<Record<string, unknown>>(before, { visitOn, experts })
}

/** What was advised, point by point, once the visit has been. Written once: the enterprise answers each point. */
export async function advise(
  tx: Tx,
  request: GuidanceSubject,
  { version, summary, points, dueOn, userId, today }: AdviseInput & Writer,
): Promise<void> {
  if (dueOn < today) throw new Refusal('INVALID', { dueOn: 'IN_THE_PAST' })
  const { count } = await tx.guidanceRequest.updateMany({
    where: { id: request.id, version, state: 'APPROVED', visitOn: { lte: toDate(today) } },
    data: { state: 'ADVISED', summary, advisedById: userId, advisedAt: now(), version: { increment: 1 } },
  })
  if (count !== 1) throw new Refusal(whyNotAdvised(request, version, today))
  await tx.guidanceAdvice.createMany({
    data: points.map((text, position) => ({ requestId: request.id, position, text, dueOn: toDate(dueOn) })),
  })
  await tellRequester(tx, { request, kind: 'GUIDANCE_ADVISED', day: dueOn })
}

function whyNotAdvised({ state, visitOn, version: kept }: GuidanceSubject, version: number, today: Day): string {
  if (state !== 'APPROVED') return 'GUIDANCE_NOT_APPROVED'
  if (kept !== version) return 'CONFLICT'
  return visitOn === null || visitOn > toDate(today) ? 'GUIDANCE_NOT_VISITED' : 'CONFLICT'
}
