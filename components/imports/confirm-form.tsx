'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { cancelImport, confirmImport } from '@/lib/imports/actions'

type Props = { id: string; rows: number; missing: number; today: string }

type Values = { withMemberships: boolean; joinedOn: string | null }

export function ConfirmImportForm({ id, rows, missing, today }: Props) {
  const t = useTranslations('imports.page')
  const form = useActionForm({
    action: confirmImport,
    defaults: { withMemberships: missing > 0, joinedOn: today } as Values,
    toInput: ({ withMemberships, joinedOn }: Values) => ({
      id,
      withMemberships,
      joinedOn: withMemberships ? joinedOn : null,
    }),
  })
  return (
    <Form form={form} submitLabel={t('confirm', { rows })}>
      {missing > 0 && (
        <>
          <Field name="withMemberships" type="checkbox" label={t('withMemberships', { count: missing })} />
          <Field name="joinedOn" type="date" label={t('joinedOn')} hint={t('joinedOnHint')} isOptional />
        </>
      )}
    </Form>
  )
}

export function CancelImportButton({ id }: { id: string }) {
  const t = useTranslations('imports.page')
  return (
    <ActionButton
      action={cancelImport}
      input={{ id }}
      label={t('cancel')}
      variant="quiet"
      say={t('cancelled')}
      confirm={{ title: t('cancelTitle'), text: t('cancelText'), confirmLabel: t('cancel'), tone: 'danger' }}
    />
  )
}
