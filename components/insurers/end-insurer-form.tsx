'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { endInsurerAppointment } from '@/lib/alliances/actions'

type Props = { appointmentId: string; backHref: string }

type Values = { lastDay: string | null; reason: string }

export function EndInsurerForm({ appointmentId, backHref }: Props) {
  const t = useTranslations('memberships.insurer')
  const form = useActionForm({
    action: endInsurerAppointment,
    defaults: { lastDay: null, reason: '' } as Values,
    toInput: ({ lastDay, reason }: Values) => ({ appointmentId, lastDay: lastDay ?? '', reason }),
    say: t('endDone'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('end')} submitVariant="danger">
      <Field name="lastDay" type="date" label={t('lastDayField')} />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} />
    </Form>
  )
}
