import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleAlliances } from '@/lib/alliances/policy'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleCases, visibleReplies, visibleSelfChecks } from './policy'

const caseSelect = {
  id: true,
  title: true,
  happenedOn: true,
  place: true,
  happened: true,
  causes: true,
  lessons: true,
  source: true,
  version: true,
  questions: { select: { id: true, text: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.AccidentCaseSelect

export type CaseSubject = Prisma.AccidentCaseGetPayload<{ select: typeof caseSelect }>

export const caseSubject = (tx: Tx, actor: Actor, { caseId }: { caseId: string }): Promise<CaseSubject | null> =>
  tx.accidentCase.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] }, select: caseSelect })

const trainingSelect = { id: true, kind: true, title: true, hostAllianceId: true } satisfies Prisma.ActivitySelect

export type ExplainingTraining = Prisma.ActivityGetPayload<{ select: typeof trainingSelect }>

export type Explaining = ExplainingTraining & { case: CaseSubject }

/** A training and the case that it explains; null where the actor does not see one of them. */
export async function explainingSubject(
  tx: Tx,
  actor: Actor,
  input: { activityId: string; caseId: string },
): Promise<Explaining | null> {
  const training = await tx.activity.findFirst({
    where: { AND: [{ id: input.activityId }, visibleActivities(actor)] },
    select: trainingSelect,
  })
  const accident = training && (await caseSubject(tx, actor, input))
  return accident && { ...training, case: accident }
}

export type Sending = { case: CaseSubject; allianceId: string; alliance: string }

/** A case and the alliance that it goes to; null where the actor does not see one of them. */
export async function sendingSubject(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; allianceId: string },
): Promise<Sending | null> {
  const accident = await caseSubject(tx, actor, input)
  const alliance = await tx.alliance.findFirst({
    where: { AND: [{ id: input.allianceId }, visibleAlliances(actor)] },
    select: { id: true, name: true },
  })
  return accident && alliance && { case: accident, allianceId: alliance.id, alliance: alliance.name }
}

const selfCheckSelect = {
  id: true,
  allianceId: true,
  alliance: { select: { name: true } },
  dueOn: true,
  urgedOn: true,
  case: { select: { id: true, title: true, questions: { select: { id: true }, orderBy: { position: 'asc' } } } },
} satisfies Prisma.SelfCheckSelect

export type SelfCheckSubject = Prisma.SelfCheckGetPayload<{ select: typeof selfCheckSelect }>

export const selfCheckSubject = (
  tx: Tx,
  actor: Actor,
  { selfCheckId }: { selfCheckId: string },
): Promise<SelfCheckSubject | null> =>
  tx.selfCheck.findFirst({
    where: { AND: [{ id: selfCheckId }, visibleSelfChecks(actor)] },
    select: selfCheckSelect,
  })

const replySelect = {
  id: true,
  enterpriseId: true,
  enterprise: { select: { name: true } },
  answeredAt: true,
  selfCheck: { select: selfCheckSelect },
} satisfies Prisma.SelfCheckReplySelect

export type ReplySubject = Prisma.SelfCheckReplyGetPayload<{ select: typeof replySelect }>

export const replySubject = (tx: Tx, actor: Actor, { replyId }: { replyId: string }): Promise<ReplySubject | null> =>
  tx.selfCheckReply.findFirst({ where: { AND: [{ id: replyId }, visibleReplies(actor)] }, select: replySelect })
