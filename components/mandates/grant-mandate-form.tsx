'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { LinkNotice, type Delivered } from '@/components/users/link-notice'
import { grantMandate } from '@/lib/enterprises/mandate-actions'

type Granted = Delivered & { name: string }

type Props = { enterpriseId: string; today: string }

export function GrantMandateForm(props: Props) {
  const t = useTranslations('enterprises.mandates')
  const [granted, setGranted] = useState<Granted | null>(null)
  if (!granted) return <GrantFields {...props} onGranted={setGranted} />
  return (
    <div className="flex flex-col items-start gap-4">
      <LinkNotice name={granted.name} delivered={granted} />
      <Button onClick={() => setGranted(null)}>{t('another')}</Button>
    </div>
  )
}

type Values = {
  kind: 'PRINCIPAL' | 'DESIGNATED'
  name: string
  account: string
  validFrom: string | null
  validTo: string | null
}

function GrantFields({ enterpriseId, today, onGranted }: Props & { onGranted: (granted: Granted) => void }) {
  const t = useTranslations('enterprises.mandates')
  const kinds = useTranslations('enterprises.mandateKind')
  const form = useActionForm({
    action: grantMandate,
    defaults: { kind: 'DESIGNATED', name: '', account: '', validFrom: today, validTo: null } as Values,
    toInput: (values: Values) => ({ ...values, enterpriseId, validFrom: values.validFrom ?? '' }),
    onDone: onGranted,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="kind"
        type="radio"
        label={t('kind')}
        hint={t('kindHint')}
        options={(['PRINCIPAL', 'DESIGNATED'] as const).map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <Field name="name" label={t('name')} maxLength={60} autoComplete="off" />
      <Field name="account" label={t('account')} hint={t('accountHint')} maxLength={200} autoComplete="off" />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field type="date" name="validFrom" label={t('validFrom')} />
        <Field type="date" name="validTo" label={t('validTo')} hint={t('validToHint')} isOptional />
      </div>
    </Form>
  )
}
