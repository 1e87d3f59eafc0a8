'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { answerSelfCheck, urgeSelfCheck } from '@/lib/cases/actions'
import { answerKinds, noteLengthMax, type AnswerKind } from '@/lib/cases/rules'

type Values = { answers: { answer: AnswerKind | null; note: string }[] }

type Props = {
  reply: { id: string; version: number; answers: { questionId: string; answer: AnswerKind; note: string }[] }
  questions: { id: string; text: string }[]
}

/** The questions one under the other, each with three answers and a note. */
export function SelfCheckForm({ reply, questions }: Props) {
  const t = useTranslations('cases')
  const given = (id: string) => reply.answers.find(({ questionId }) => questionId === id)
  const form = useActionForm({
    action: answerSelfCheck,
    defaults: {
      answers: questions.map(({ id }) => ({ answer: given(id)?.answer ?? null, note: given(id)?.note ?? '' })),
    } as Values,
    // Without a choice the server says so at the question.
    toInput: ({ answers }: Values) => ({
      replyId: reply.id,
      version: reply.version,
      answers: questions.map(({ id }, at) => ({
        questionId: id,
        answer: answers[at]?.answer as AnswerKind,
        note: answers[at]?.note ?? '',
      })),
    }),
    say: t('check.submitted'),
  })
  return (
    <Form form={form} submitLabel={t('check.submit')}>
      {questions.map(({ id, text }, index) => (
        <div key={id} className="flex flex-col gap-2">
          <Field
            name={`answers.${index}.answer`}
            type="radio"
            label={`${index + 1}. ${text}`}
            options={answerKinds.map((value) => ({ value, label: t(`answer.${value}`) }))}
            isInline
          />
          <Field name={`answers.${index}.note`} label={t('check.note')} maxLength={noteLengthMax} isOptional />
        </div>
      ))}
      <p className="text-sm text-muted">{t('check.noteHint')}</p>
    </Form>
  )
}

export function UrgeSelfCheckButton({ id }: { id: string }) {
  const t = useTranslations('cases.check')
  return (
    <ActionButton
      action={urgeSelfCheck}
      input={{ selfCheckId: id }}
      label={t('urge')}
      confirm={{ title: t('urgeTitle'), text: t('urgeText'), confirmLabel: t('urge') }}
      say={t('urged')}
    />
  )
}
