'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { startAttempt, submitAttempt } from '@/lib/quizzes/actions'
import type { OpenAttempt, ShownQuestion } from '@/lib/quizzes/queries'

type Values = { chosen: (string | string[] | null)[] }

const placesOf = (held: string | string[] | null | undefined): number[] => [held ?? []].flat().map(Number)

/** The questions of an attempt, one under the other; the browser knows nothing of what is right. */
export function AttemptForm({ attempt }: { attempt: OpenAttempt }) {
  const t = useTranslations('quizzes.page')
  const { id, questions } = attempt
  const form = useActionForm({
    action: submitAttempt,
    defaults: { chosen: questions.map(({ kind }) => (kind === 'MULTIPLE' ? [] : null)) } as Values,
    toInput: ({ chosen }: Values) => ({ attemptId: id, chosen: questions.map((_, at) => placesOf(chosen[at])) }),
    say: t('submitted'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      {questions.map((question, index) => (
        <QuestionField key={index} question={question} index={index} />
      ))}
      <p className="text-sm text-muted">{t('submitHint')}</p>
    </Form>
  )
}

function QuestionField({ question: { kind, text, options }, index }: { question: ShownQuestion; index: number }) {
  const t = useTranslations('quizzes')
  const words = kind === 'TRUE_FALSE' ? [t('truth.right'), t('truth.wrong')] : options
  return (
    <Field
      name={`chosen.${index}`}
      type={kind === 'MULTIPLE' ? 'checkboxes' : 'radio'}
      label={`${index + 1}. ${text}`}
      hint={t(`kind.${kind}`)}
      options={words.map((label, place) => ({ value: String(place), label }))}
    />
  )
}

export function StartButton({ quizId, isAgain }: { quizId: string; isAgain: boolean }) {
  const t = useTranslations('quizzes.page')
  return (
    <ActionButton
      action={startAttempt}
      input={{ quizId }}
      label={t(isAgain ? 'again' : 'start')}
      variant={isAgain ? 'secondary' : 'primary'}
    />
  )
}
