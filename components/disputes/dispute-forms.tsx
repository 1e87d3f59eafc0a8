'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { answerDispute, fileDispute } from '@/lib/disputes/actions'

// As the rules have it; the schema itself would bring its library into the browser.
const reasonLengthMax = 500

type Choice = { value: string; label: string }
type Filing = { userId: string | null; reason: string }

/** Who was there and was not credited, and why the enterprise says so. */
export function FileDisputeForm({ activityId, people }: { activityId: string; people: Choice[] }) {
  const t = useTranslations('disputes.filing')
  const form = useActionForm({
    action: fileDispute,
    defaults: { userId: null, reason: '' },
    toInput: ({ userId, reason }: Filing) => ({ activityId, userId: userId ?? '', reason }),
    say: t('done'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="userId" type="select" label={t('person')} options={people} />
      <Field name="reason" type="textarea" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}

type Answering = { answer: 'ACCEPTED' | 'REJECTED' | null; reason: string }

export function AnswerDisputeForm({ id }: { id: string }) {
  const t = useTranslations('disputes.answering')
  const form = useActionForm({
    action: answerDispute,
    defaults: { answer: null, reason: '' },
    toInput: ({ answer, reason }: Answering) => ({ id, answer: answer as 'ACCEPTED', reason }),
    say: t('done'),
  })
  const options = (['ACCEPTED', 'REJECTED'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="answer" type="radio" label={t('answer')} options={options} isInline />
      <Field name="reason" type="text" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}
