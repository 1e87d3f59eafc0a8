import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { dayOf, plusDays } from '@/lib/core/clock'
import type { Feedback, OwnFeedback } from '@/lib/feedback/queries'
import { changeDays, feedbackQuestions } from '@/lib/feedback/rules'
import { formatDay } from '@/lib/text/format'
import { FeedbackForm } from './feedback-form'

type Own = { activityId: string; given: OwnFeedback | null; isOpen: boolean }

/** For whoever was there: the form, or what was said. */
export async function OwnFeedbackPanel({ activityId, given, isOpen }: Own) {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()])
  if (!isOpen && !given) return null
  return (
    <div id="feedback">
      <Section title={t('own')}>
        <p className="text-sm text-muted">
          {given && isOpen
            ? t('until', { day: formatDay(locale, plusDays(dayOf(given.givenAt), changeDays)) })
            : t('note')}
        </p>
        {isOpen ? (
          <Words of={['feedback']}>
            <FeedbackForm activityId={activityId} given={given} />
          </Words>
        ) : (
          given && (
            <p className="text-sm">
              {feedbackQuestions.map((question) => `${t(`question.${question}`)} ${given[question]}`).join('　')}
            </p>
          )
        )}
      </Section>
    </div>
  )
}

/** For whoever runs the activity: figures and remarks, without names. */
export async function FeedbackPanel({ feedback }: { feedback: Feedback }) {
  const t = await getTranslations('feedback')
  const { came, answers, shown } = feedback
  return (
    <Section title={t('title')}>
      <p className="text-sm text-muted">
        {t('answers', { answers: String(answers), came: String(came) })}
        {!shown && answers > 0 && `　${t('tooFew')}`}
      </p>
      {shown && (
        <>
          <dl className="grid grid-cols-3 gap-3 sm:max-w-md">
            {feedbackQuestions.map((question) => (
              <div key={question} className="rounded-md border bg-surface px-3 py-2">
                <dt className="text-sm text-muted">{t(`question.${question}`)}</dt>
                <dd className="text-xl font-bold">{shown.averages[question].toFixed(1)}</dd>
              </div>
            ))}
          </dl>
          {shown.remarks.length > 0 && (
            <ul className="divide-y rounded-md border bg-surface text-sm" aria-label={t('remarks')}>
              {shown.remarks.map((remark, index) => (
                <li key={index} className="px-4 py-2 wrap-anywhere whitespace-pre-line">
                  {remark}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  )
}
