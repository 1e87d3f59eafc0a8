'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { giveFeedback } from '@/lib/feedback/actions'
import { feedbackQuestions, remarkLengthMax, scores, type FeedbackQuestion } from '@/lib/feedback/rules'

type Values = Record<FeedbackQuestion, string | null> & { remark: string }
type Given = Record<FeedbackQuestion, number> & { remark: string }

export function FeedbackForm({ activityId, given }: { activityId: string; given: Given | null }) {
  const t = useTranslations('feedback')
  const held = (question: FeedbackQuestion) => (given ? String(given[question]) : null)
  const form = useActionForm({
    action: giveFeedback,
    defaults: {
      content: held('content'),
      organization: held('organization'),
      gain: held('gain'),
      remark: given?.remark ?? '',
    } as Values,
    // Without a choice it is no number: the answer says so at the question.
    toInput: ({ content, organization, gain, remark }: Values) => ({
      activityId,
      content: Number(content ?? Number.NaN),
      organization: Number(organization ?? Number.NaN),
      gain: Number(gain ?? Number.NaN),
      remark,
    }),
    say: t('given'),
  })
  return (
    <Form form={form} submitLabel={t(given ? 'change' : 'give')}>
      {feedbackQuestions.map((question) => (
        <Field
          key={question}
          name={question}
          type="radio"
          label={t(`question.${question}`)}
          options={scores.map((score) => ({ value: String(score), label: t(`score.s${score}`) }))}
          isInline
        />
      ))}
      <Field
        name="remark"
        type="textarea"
        rows={3}
        label={t('remark')}
        hint={t('remarkHint')}
        maxLength={remarkLengthMax}
        isOptional
      />
    </Form>
  )
}
