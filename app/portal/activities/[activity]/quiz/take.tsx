import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { AttemptForm, StartButton } from '@/components/quizzes/attempt-form'
import { AttemptReview } from '@/components/quizzes/review'
import type { Actor } from '@/lib/access/actor'
import { getOpenAttempt, getReview, type QuizStanding } from '@/lib/quizzes/queries'

/** The terms; for whoever came the open attempt, or how the last one came out and the way to another. */
export async function TakeQuiz({ actor, quiz }: { actor: Actor; quiz: QuizStanding }) {
  const t = await getTranslations('quizzes.page')
  const { id, questions, passMark, attemptsMax, state, isRequired, mayTake, hasPassed, attemptsLeft } = quiz
  const open = state === 'OPEN' ? await getOpenAttempt(actor, id) : null
  const review = open ? null : await getReview(actor, quiz)
  const terms = { questions: String(questions), passMark: String(passMark), attempts: String(attemptsMax) }
  const canBegin = mayTake && state === 'OPEN' && !open && attemptsLeft > 0
  const isUsedUp = mayTake && !hasPassed && !open && attemptsLeft === 0
  return (
    <>
      <p className="text-sm text-muted">
        {t('terms', terms)}
        {isRequired && `，${t('required')}`}
      </p>
      {mayTake && state !== 'OPEN' && !review && <p>{t('notOpen')}</p>}
      {review && <AttemptReview review={review} />}
      {isUsedUp && <p className="text-sm">{t('noneLeft')}</p>}
      {canBegin && (
        <div className="flex flex-wrap items-center gap-3">
          <StartButton quizId={id} isAgain={review !== null} />
          <span className="text-sm text-muted">{t('left', { left: String(attemptsLeft) })}</span>
        </div>
      )}
      {open && (
        <Section title={t('attempt', { number: String(open.number) })}>
          <AttemptForm key={open.id} attempt={open} />
        </Section>
      )}
    </>
  )
}
