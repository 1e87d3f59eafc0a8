'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { renameUser } from '@/lib/users/actions'

export function RenameForm({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations('users')
  const form = useActionForm({
    action: renameUser,
    defaults: { name },
    toInput: (values: { name: string }) => ({ ...values, userId }),
    say: t('detail.renamed'),
  })
  return (
    <Form form={form} submitLabel={t('detail.rename')} submitVariant="secondary" layout="row">
      <Field name="name" label={t('field.name')} maxLength={60} autoComplete="off" />
    </Form>
  )
}
