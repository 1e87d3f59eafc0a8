'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { addInsurer, removeInsurer, renameInsurer } from '@/lib/organizations/actions'

type Names = { name: string; shortName: string }

export function AddInsurerForm() {
  const t = useTranslations('organizations.insurers')
  const form = useActionForm({
    action: addInsurer,
    defaults: { name: '', shortName: '' },
    toInput: (values: Names) => values,
    say: t('added'),
    goTo: ({ insurerId }) => `/portal/insurers/${insurerId}`,
  })
  return (
    <Form form={form} submitLabel={t('addSubmit')}>
      <NameFields />
    </Form>
  )
}

export function RenameInsurerForm({ insurer: { id, ...names } }: { insurer: Names & { id: string } }) {
  const t = useTranslations('organizations.insurers')
  const form = useActionForm({
    action: renameInsurer,
    defaults: names,
    toInput: (values: Names) => ({ ...values, insurerId: id }),
    say: t('renamed'),
  })
  return (
    <Form form={form} submitLabel={t('renameSubmit')} submitVariant="secondary">
      <NameFields />
    </Form>
  )
}

function NameFields() {
  const t = useTranslations('organizations.insurers')
  return (
    <>
      <Field name="name" label={t('name')} hint={t('nameHint')} maxLength={100} autoComplete="off" />
      <Field name="shortName" label={t('shortName')} hint={t('shortNameHint')} maxLength={20} autoComplete="off" />
    </>
  )
}

export function RemoveInsurerButton({ insurer: { id, name } }: { insurer: { id: string; name: string } }) {
  const t = useTranslations('organizations.insurers')
  return (
    <ActionButton
      action={removeInsurer}
      input={{ insurerId: id }}
      label={t('remove')}
      variant="danger"
      say={t('removed')}
      goTo="/portal/insurers"
      confirm={{
        title: t('removeTitle', { name }),
        text: t('removeText'),
        confirmLabel: t('remove'),
        tone: 'danger',
      }}
    />
  )
}
