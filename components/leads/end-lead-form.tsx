'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { endLead } from '@/lib/alliances/actions'

type Props = { membershipId: string; today: string; backHref: string }

type Values = { endsOn: string | null; reason: string }

export function EndLeadForm({ membershipId, today, backHref }: Props) {
  const t = useTranslations('memberships.lead')
  const form = useActionForm({
    action: endLead,
    defaults: { endsOn: today, reason: '' } as Values,
    toInput: ({ endsOn, reason }: Values) => ({ membershipId, endsOn: endsOn ?? '', reason }),
    say: t('ended'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('endSubmit')} submitVariant="danger">
      <Field name="endsOn" type="date" label={t('endsOn')} />
      <Field name="reason" type="textarea" rows={2} label={t('endReason')} />
    </Form>
  )
}
