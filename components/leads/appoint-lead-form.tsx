'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { appointLead } from '@/lib/alliances/actions'

type Props = { allianceId: string; members: Choice[]; chosen: string | null; today: string; backHref: string }

type Values = {
  enterpriseId: string | null
  startsOn: string | null
  termEndsOn: string | null
  reason: string
  recusal: string
}

export function AppointLeadForm({ allianceId, members, chosen, today, backHref }: Props) {
  const t = useTranslations('memberships.lead')
  const form = useActionForm({
    action: appointLead,
    defaults: { enterpriseId: chosen, startsOn: today, termEndsOn: null, reason: '', recusal: '' } as Values,
    toInput: (values: Values) => ({
      ...values,
      allianceId,
      enterpriseId: values.enterpriseId ?? '',
      startsOn: values.startsOn ?? '',
    }),
    say: t('done'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="enterpriseId" type="select" label={t('company')} options={members} />
      <Field name="startsOn" type="date" label={t('startsOn')} hint={t('startsOnHint')} />
      <Field name="termEndsOn" type="date" label={t('termEndsOn')} hint={t('termHint')} isOptional />
      <Field name="reason" type="textarea" rows={4} label={t('reasonField')} hint={t('reasonHint')} />
      <Field name="recusal" type="textarea" rows={2} label={t('recusal')} hint={t('recusalHint')} isOptional />
    </Form>
  )
}
