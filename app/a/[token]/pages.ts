import { getLocale, getTranslations } from 'next-intl/server'
import { answerPage, noAnswerPage, type AnswerProblem, type AnswerWords } from '@/components/invitations/answer-page'
import { visitor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import type { Failure } from '@/lib/core/result'
import { readAnswer } from '@/lib/invitations/answer-queries'
import { plainAnswer, styleNonce } from '../../plain-answer'

async function frameOf(token: string) {
  const [t, locale, nonce] = await Promise.all([getTranslations('invitations.answer'), getLocale(), styleNonce()])
  return { t: t as unknown as AnswerWords, locale, nonce, path: `/a/${encodeURIComponent(token)}`, at: now() }
}

/** What a link shows. One that is not ours, or not any more, says the same whatever is wrong with it. */
export async function linkPage(token: string, problem: AnswerProblem = null, status = 200): Promise<Response> {
  const [view, frame] = await Promise.all([readAnswer(await visitor(), token), frameOf(token)])
  return view
    ? plainAnswer(answerPage(view, problem, frame), status)
    : plainAnswer(noAnswerPage('unknownText', frame), 404)
}

export const foreignAnswer = async (token: string): Promise<Response> =>
  plainAnswer(noAnswerPage('origin', await frameOf(token)), 403)

/** The page again, with what was refused and what was typed. */
export async function refusedAnswer(
  token: string,
  input: Record<string, string>,
  { code, fields, params }: Failure,
): Promise<Response> {
  const [refusals, invalid] = await Promise.all([getTranslations('refusals'), getTranslations('forms.invalid')])
  const [field] = Object.values(fields)
  const text =
    code === 'INVALID' && field && invalid.has(field)
      ? invalid(field, params)
      : refusals(refusals.has(code) ? code : 'UNEXPECTED', params)
  return linkPage(token, { enterpriseId: input['enterpriseId'] ?? '', text, reason: input['reason'] ?? '' }, 422)
}
