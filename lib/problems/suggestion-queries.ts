import { createTranslator } from 'next-intl'
import type { Actor } from '@/lib/access/actor'
import { canSendCase, visibleReplies, visibleSelfChecks } from '@/lib/cases/policy'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { messagesOf } from '@/lib/text/messages'
import { canDraftProblem } from './policy'
import { findingLengthMax, recommendationLengthMax, titleLengthMax } from './rules'

/** What a problem may begin as; whoever writes it down changes it as they like. */
export type Suggestion = { title: string; finding: string; recommendation: string }

/**
 * A problem out of a question that members of an alliance answered with “it could happen here” in the self-check of an
 * accident case (三(三)): what was asked, how many said so, and the lessons of the case. Who they are, and what they wrote
 * beside it, is not for the other members. Null: nobody said so, or it is not the actor's to know.
 */
export async function suggestFromCheck(
  actor: Actor,
  { allianceId, questionId }: { allianceId: string; questionId: string },
): Promise<Suggestion | null> {
  if (!isId(questionId) || !canDraftProblem(actor, { allianceId }) || !canSendCase(actor, { allianceId })) return null
  const question = await db.caseQuestion.findFirst({
    where: { id: questionId, case: { selfChecks: { some: { AND: [{ allianceId }, visibleSelfChecks(actor)] } } } },
    select: { text: true, case: { select: { title: true, lessons: true } } },
  })
  if (!question) return null
  const count = await db.selfCheckAnswer.count({
    where: { questionId, answer: 'YES', reply: { AND: [{ selfCheck: { allianceId } }, visibleReplies(actor)] } },
  })
  if (count === 0) return null
  // Titles and findings are data, so they are written in Chinese.
  const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'problems.suggestion' })
  const values = { accident: question.case.title, question: question.text.replace(/[？?]$/, ''), count }
  return {
    title: t('title', values).slice(0, titleLengthMax),
    finding: t('finding', values).slice(0, findingLengthMax),
    recommendation: question.case.lessons.slice(0, recommendationLengthMax),
  }
}
