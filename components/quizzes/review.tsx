import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import type { Review, Reviewed } from '@/lib/quizzes/queries'
import { formatInstant } from '@/lib/text/format'

/** How the last attempt came out, question by question. */
export async function AttemptReview({ review }: { review: Review }) {
  const [t, locale] = await Promise.all([getTranslations('quizzes.page'), getLocale()])
  const { number, score, hasPassed, submittedAt, questions } = review
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-xl font-bold">{t('score', { score: String(score) })}</span>
        <Badge tone={hasPassed ? 'success' : 'danger'}>{t(hasPassed ? 'passed' : 'failed')}</Badge>
        <span className="text-sm text-muted">
          {t('scoredAt', { number: String(number), at: formatInstant(locale, submittedAt) })}
        </span>
      </p>
      {questions.some(({ right }) => right === null) && <p className="text-sm text-muted">{t('answersLater')}</p>}
      <ol className="divide-y rounded-md border bg-surface text-sm">
        {questions.map((question, index) => (
          <li key={index} className="flex flex-col gap-1 px-4 py-3">
            <ReviewedQuestion question={question} number={index + 1} />
          </li>
        ))}
      </ol>
    </div>
  )
}

async function ReviewedQuestion({ question, number }: { question: Reviewed; number: number }) {
  const t = await getTranslations('quizzes')
  const { kind, text, options, chosen, isRight, right } = question
  const named = kind === 'TRUE_FALSE' ? [t('truth.right'), t('truth.wrong')] : options
  const wordsOf = (places: number[]) => places.map((place) => named[place] ?? '').join('；') || t('page.nothing')
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 text-muted">
        {t('page.question', { number: String(number), kind: t(`kind.${kind}`) })}
        <Badge tone={isRight ? 'success' : 'danger'}>{t(isRight ? 'page.right' : 'page.wrong')}</Badge>
      </p>
      <p className="font-bold wrap-anywhere">{text}</p>
      <p className="wrap-anywhere">{t('page.chosen', { answer: wordsOf(chosen) })}</p>
      {right && !isRight && <p className="wrap-anywhere">{t('page.rightAnswer', { answer: wordsOf(right) })}</p>}
    </>
  )
}
