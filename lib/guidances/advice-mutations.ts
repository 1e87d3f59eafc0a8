import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { refuseUnless } from '@/lib/core/result'
import { returnableStates } from '@/lib/problems/rules'
import { guidanceFacts } from './mutations'
import { tellRequester } from './notice-mutations'
import type { AdviceSubject } from './queries'
import type { AnswerAdviceInput } from './schema'

/** Which point of it, by number and never by its words. */
export const adviceFacts = ({ request, position }: AdviceSubject, changes: Changes): AuditFacts =>
  guidanceFacts(request, { point: [position + 1, position + 1], ...changes })

/** What was verified stands; until then the enterprise may say it better. As with the to-do of a common problem. */
export async function answerAdvice(
  tx: Tx,
  advice: AdviceSubject,
  { version, state, answer, userId }: AnswerAdviceInput & { userId: string },
): Promise<Changes> {
  const { count } = await tx.guidanceAdvice.updateMany({
    where: { id: advice.id, version, state: { not: 'VERIFIED' } },
    data: { state, answer, answeredAt: now(), answeredById: userId, returnReason: '', version: { increment: 1 } },
  })
  refuseUnless(count === 1, advice.state === 'VERIFIED' ? 'PROBLEM_TODO_VERIFIED' : 'CONFLICT')
  return changesBetween<Record<string, unknown>>({ state: advice.state }, { state })
}

type Judged = { version: number; userId: string }

/** Whoever answered does not verify, under no hat. */
export async function verifyAdvice(tx: Tx, advice: AdviceSubject, { version, userId }: Judged): Promise<Changes> {
  const { count } = await tx.guidanceAdvice.updateMany({
    where: { id: advice.id, version, state: 'DONE', answeredById: { not: userId } },
    data: { state: 'VERIFIED', verifiedAt: now(), verifiedById: userId, version: { increment: 1 } },
  })
  refuseUnless(count === 1, whyNotJudged(advice, userId))
  return { state: [advice.state, 'VERIFIED'] }
}

/** Back to the enterprise, with what is missing; what it answered stays readable. */
export async function returnAdvice(
  tx: Tx,
  advice: AdviceSubject,
  { version, userId, reason }: Judged & { reason: string },
): Promise<Changes> {
  const { count } = await tx.guidanceAdvice.updateMany({
    where: { id: advice.id, version, state: { in: returnableStates }, answeredById: { not: userId } },
    data: { state: 'OPEN', answeredAt: null, answeredById: null, returnReason: reason, version: { increment: 1 } },
  })
  refuseUnless(count === 1, whyNotJudged(advice, userId))
  await tellRequester(tx, { request: advice.request, kind: 'ADVICE_RETURNED' })
  return { state: [advice.state, 'OPEN'] }
}

const whyNotJudged = ({ answeredBy }: AdviceSubject, userId: string): string =>
  answeredBy?.id === userId ? 'PROBLEM_OWN_ANSWER' : 'CONFLICT'
