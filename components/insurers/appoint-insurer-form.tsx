'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { appointInsurer } from '@/lib/alliances/actions'
import { PeopleFields } from './people-fields'

export type InsurerChoice = { id: string; name: string; people: { id: string; name: string }[] }

type Props = { allianceId: string; insurers: InsurerChoice[]; startsOn: string; backHref: string }

type Values = {
  insurerId: string | null
  coordinatorId: string | null
  deputyId: string | null
  startsOn: string | null
  lastDay: string | null
  reason: string
}

export function AppointInsurerForm({ allianceId, insurers, startsOn, backHref }: Props) {
  const t = useTranslations('memberships.insurer')
  const form = useActionForm({
    action: appointInsurer,
    defaults: { insurerId: null, coordinatorId: null, deputyId: null, startsOn, lastDay: null, reason: '' } as Values,
    toInput: (values: Values) => ({
      ...values,
      allianceId,
      insurerId: values.insurerId ?? '',
      coordinatorId: values.coordinatorId ?? '',
      startsOn: values.startsOn ?? '',
    }),
    say: t('done'),
    goTo: () => backHref,
  })
  const insurerId = useWatch({ control: form.methods.control, name: 'insurerId' })
  const chosen = insurers.find(({ id }) => id === insurerId)

  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="insurerId"
        type="select"
        label={t('insurer')}
        options={insurers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PeopleFields people={chosen?.people ?? []} isChosen={chosen !== undefined} />
      <Field name="startsOn" type="date" label={t('startsOn')} />
      <Field name="lastDay" type="date" label={t('lastDay')} hint={t('lastDayHint')} isOptional />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} isOptional />
    </Form>
  )
}
