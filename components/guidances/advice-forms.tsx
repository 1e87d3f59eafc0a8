'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/guidances/actions'
import { reasonLengthMax } from '@/lib/guidances/rules'
import { answerLengthMax, answerStates } from '@/lib/problems/rules'

type AnswerState = (typeof answerStates)[number]
type Values = { state: AnswerState | null; answer: string }
type Point = { id: string; version: number }

export function AnswerAdviceForm({ id, version, state, answer }: Point & { state: string; answer: string }) {
  const [t, states] = [useTranslations('guidances.answer'), useTranslations('problems.todo.stateName')]
  const form = useActionForm({
    action: actions.answerAdvice,
    defaults: { state: answerStates.find((known) => known === state) ?? null, answer } as Values,
    // Without a choice the server says so at the field.
    toInput: (values: Values) => ({ adviceId: id, version, ...values, state: values.state as AnswerState }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="state"
        type="radio"
        label={t('state')}
        options={answerStates.map((value) => ({ value, label: states(value) }))}
        isInline
      />
      <Field
        name="answer"
        type="textarea"
        rows={3}
        label={t('text')}
        hint={t('textHint')}
        maxLength={answerLengthMax}
      />
    </Form>
  )
}

export function VerifyAdviceButton({ id, version }: Point) {
  const t = useTranslations('guidances.verify')
  return (
    <div className="no-print">
      <ActionButton
        action={actions.verifyAdvice}
        input={{ adviceId: id, version }}
        label={t('submit')}
        variant="primary"
        size="small"
        say={t('done')}
      />
    </div>
  )
}

export function UrgeButton({ id }: { id: string }) {
  const t = useTranslations('guidances.urge')
  return (
    <div className="no-print">
      <ActionButton action={actions.urgeGuidance} input={{ id }} label={t('submit')} size="small" say={t('done')} />
    </div>
  )
}

export function ReturnAdviceForm({ id, version }: Point) {
  const t = useTranslations('guidances.return')
  const form = useActionForm({
    action: actions.returnAdvice,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ adviceId: id, version, reason }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="secondary">
      <Field name="reason" label={t('reason')} maxLength={reasonLengthMax} />
    </Form>
  )
}
