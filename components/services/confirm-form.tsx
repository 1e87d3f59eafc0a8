'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { confirmService } from '@/lib/services/actions'
import { remarkLengthMax } from '@/lib/services/rules'

/** The enterprise confirms the service, with a word about it if it likes. */
export function ConfirmServiceForm({ activityId }: { activityId: string }) {
  const t = useTranslations('services.confirming')
  const form = useActionForm({
    action: confirmService,
    defaults: { remark: '' },
    toInput: ({ remark }: { remark: string }) => ({ activityId, remark }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="remark"
        type="textarea"
        rows={2}
        label={t('remark')}
        hint={t('remarkHint')}
        maxLength={remarkLengthMax}
        isOptional
      />
    </Form>
  )
}
