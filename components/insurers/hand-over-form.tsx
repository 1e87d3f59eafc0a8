'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { handOverCoordination } from '@/lib/alliances/actions'
import { PeopleFields } from './people-fields'

type Props = { appointmentId: string; people: { id: string; name: string }[]; today: string; backHref: string }

type Values = { coordinatorId: string | null; deputyId: string | null; startsOn: string | null; reason: string }

export function HandOverForm({ appointmentId, people, today, backHref }: Props) {
  const t = useTranslations('memberships.insurer')
  const form = useActionForm({
    action: handOverCoordination,
    defaults: { coordinatorId: null, deputyId: null, startsOn: today, reason: '' } as Values,
    toInput: (values: Values) => ({
      ...values,
      appointmentId,
      coordinatorId: values.coordinatorId ?? '',
      startsOn: values.startsOn ?? '',
    }),
    say: t('handOverDone'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('handOver')}>
      <PeopleFields people={people} isChosen />
      <Field name="startsOn" type="date" label={t('startsOn')} />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} />
    </Form>
  )
}
