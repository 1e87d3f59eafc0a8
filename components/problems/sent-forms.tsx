'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/problems/actions'
import { withdrawReasonLengthMax } from '@/lib/problems/rules'

export function SendToLaterButton({ problemId, label }: { problemId: string; label: string }) {
  const t = useTranslations('problems.later')
  return <ActionButton action={actions.sendToLater} input={{ problemId }} label={label} say={t('sent')} />
}

export function WithdrawForm({ problemId }: { problemId: string }) {
  const t = useTranslations('problems.withdraw')
  const form = useActionForm({
    action: actions.withdrawProblem,
    defaults: { reason: '' },
    toInput: (values: { reason: string }) => ({ problemId, ...values }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field
        name="reason"
        type="textarea"
        rows={2}
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={withdrawReasonLengthMax}
      />
    </Form>
  )
}
