'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { declareDistinct, withdrawDistinct } from '@/lib/duplicates/actions'
import { reasonLengthMax } from '@/lib/duplicates/rules'

export function DistinctForm({ firstId, secondId }: { firstId: string; secondId: string }) {
  const t = useTranslations('duplicates')
  const form = useActionForm({
    action: declareDistinct,
    defaults: { reason: '' },
    toInput: ({ reason }) => ({ firstId, secondId, reason }),
    say: t('declared'),
    goTo: () => '/portal/enterprises/duplicates',
  })
  return (
    <Form form={form} submitLabel={t('declare')}>
      <Field
        name="reason"
        type="textarea"
        rows={2}
        maxLength={reasonLengthMax}
        label={t('reason')}
        hint={t('reasonHint')}
      />
    </Form>
  )
}

export function WithdrawButton({ pairId }: { pairId: string }) {
  const t = useTranslations('duplicates')
  return (
    <ActionButton
      action={withdrawDistinct}
      input={{ pairId }}
      label={t('withdraw')}
      variant="secondary"
      size="small"
      say={t('withdrawn')}
    />
  )
}
