import { getLocale, getTranslations } from 'next-intl/server'
import { checkInPage, type CheckInView, type CheckInWords } from '@/components/check-in/check-in-page'
import { isSignedIn, type Actor } from '@/lib/access/actor'
import { claimEndsAt } from '@/lib/attendance/claim-rules'
import { getOwnDone, getOwnStanding } from '@/lib/attendance/code-queries'
import { plainAnswer, styleNonce } from '../../plain-answer'
import type { Seen } from './claim'

const addressOf = (code: string): string => `/c/${encodeURIComponent(code)}`

async function answer(view: CheckInView, code: string, status = 200): Promise<Response> {
  const [t, locale, nonce] = await Promise.all([getTranslations('checkIn'), getLocale(), styleNonce()])
  const page = checkInPage(view, { t: t as unknown as CheckInWords, locale, nonce, path: addressOf(code) })
  return plainAnswer(page, status)
}

type CodeProblem = 'expired' | 'forged' | 'wrongCode' | 'claimEnded' | 'origin' | 'TOO_MANY_CODES'

/** The field for the code, and what was wrong with the last one. */
export async function codePage(code: string, problem: CodeProblem | null, status = 200): Promise<Response> {
  if (problem === null) return answer({ step: 'code', problem: null }, code, status)
  const [t, refusals] = await Promise.all([getTranslations('checkIn.refused'), getTranslations('refusals')])
  const said = {
    expired: { title: t('expired'), text: t('expiredText') },
    forged: { title: t('forged'), text: t('forgedText') },
    wrongCode: { title: t('title'), text: t('wrongCode') },
    claimEnded: { title: t('title'), text: t('claimEnded') },
    origin: { title: t('title'), text: t('origin') },
    TOO_MANY_CODES: { title: t('title'), text: refusals('TOO_MANY_CODES') },
  }
  return answer({ step: 'code', problem: said[problem] }, code, status)
}

/** Whoever saw the code: signs in first, then says for whom, then sees that it is done. */
export async function personPage(actor: Actor, { activity, claim }: Seen, code: string): Promise<Response> {
  return personView(actor, { activity, claim }, code, null)
}

export async function refusalPage(actor: Actor, seen: Seen, code: string, refusal: string): Promise<Response> {
  const t = await getTranslations('refusals')
  return personView(actor, seen, code, t.has(refusal) ? t(refusal) : t('UNEXPECTED'))
}

async function personView(actor: Actor, { activity, claim }: Seen, code: string, problem: string | null) {
  if (!isSignedIn(actor)) {
    const signInHref = `/sign-in?next=${encodeURIComponent(addressOf(activity.code))}`
    return answer({ step: 'sign-in', activity, seenAt: claim.seenAt, until: claimEndsAt(claim), signInHref }, code)
  }
  if (claim.purpose !== 'CHECK_IN') {
    const doneAt = await getOwnDone(actor, activity.id, claim.purpose)
    return answer({ step: 'confirm', purpose: claim.purpose, activity, name: actor.name, doneAt, problem }, code)
  }
  const { standings, recordedAt } = await getOwnStanding(actor, activity)
  return answer({ step: 'choose', activity, name: actor.name, standings, recordedAt, problem }, code)
}
