import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { QuizStanding } from '@/lib/quizzes/queries'
import type { QuizFigures } from '@/lib/quizzes/result-queries'

export const quizTones = { DRAFT: 'neutral', OPEN: 'success', CLOSED: 'neutral' } as const

type Props = {
  activityId: string
  quiz: QuizStanding | null
  /** For whoever runs the training. */
  figures: QuizFigures | null
  mayWrite: boolean
}

/** The quiz on the page of its training: for whoever came the way to it, for the organiser how it goes. */
export async function QuizPanel({ activityId, quiz, figures, mayWrite }: Props) {
  const t = await getTranslations('quizzes')
  const path = `/portal/activities/${activityId}/quiz`
  if (!quiz)
    return (
      mayWrite && (
        <Section title={t('section')} actions={<ButtonLink href={`${path}/write`}>{t('panel.write')}</ButtonLink>}>
          <p className="text-sm text-muted">{t('panel.none')}</p>
        </Section>
      )
    )
  const { questions, passMark, attemptsMax, state, isRequired, mayTake, hasPassed, attempts } = quiz
  const terms = { questions: String(questions), passMark: String(passMark), attempts: String(attemptsMax) }
  const canAnswer = mayTake && state === 'OPEN' && !hasPassed
  return (
    <Section
      title={t('section')}
      actions={
        <>
          {figures && <ButtonLink href={path}>{t('panel.results')}</ButtonLink>}
          {!figures && canAnswer && (
            <ButtonLink href={path} variant="primary">
              {t('panel.take')}
            </ButtonLink>
          )}
          {!figures && !canAnswer && attempts.length > 0 && <ButtonLink href={path}>{t('panel.review')}</ButtonLink>}
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Badge tone={quizTones[state]}>{t(`state.${state}`)}</Badge>
        {hasPassed && <Badge tone="success">{t('page.passed')}</Badge>}
        <span>{t('panel.terms', terms)}</span>
        {isRequired && <span>{t('panel.required')}</span>}
        {figures && state !== 'DRAFT' && (
          <span>
            {t('panel.figures', {
              came: String(figures.came),
              answered: String(figures.answered),
              passed: String(figures.passed),
            })}
          </span>
        )}
      </p>
    </Section>
  )
}
