'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { issueCertificates, revokeCertificate } from '@/lib/certificates/actions'
import { hoursMax, monthsMax, reasonLengthMax } from '@/lib/certificates/rules'

const listOf = (activityId: string) => `/portal/activities/${activityId}/certificates`

type Terms = { hours: number | null; months: number | null }

/** How many hours the training had and how long its certificates hold; for all of its people at once. */
export function IssueCertificatesForm({ activityId, hours }: { activityId: string; hours: number }) {
  const t = useTranslations('certificates.issuing')
  const form = useActionForm({
    action: issueCertificates,
    defaults: { hours, months: null },
    // An empty field is no number: the answer says so under the field.
    toInput: (terms: Terms) => ({ id: activityId, hours: terms.hours ?? Number.NaN, months: terms.months }),
    say: t('done'),
    goTo: () => listOf(activityId),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="hours" type="number" label={t('hours')} hint={t('hoursHint')} min={0.5} max={hoursMax} step={0.5} />
      <Field
        name="months"
        type="number"
        label={t('months')}
        hint={t('monthsHint')}
        min={1}
        max={monthsMax}
        step={1}
        isOptional
      />
    </Form>
  )
}

export function RevokeCertificateForm({ activityId, id }: { activityId: string; id: string }) {
  const t = useTranslations('certificates.revoking')
  const form = useActionForm({
    action: revokeCertificate,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, reason }),
    say: t('done'),
    goTo: () => listOf(activityId),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field name="reason" type="text" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}
