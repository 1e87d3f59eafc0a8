'use client'

import { useTranslations } from 'next-intl'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { appointUser } from '@/lib/users/actions'
import { AppointmentFields, type OfficePlan } from './appointment-fields'

/** One more office for a person who has an account. */
export function AppointForm({ userId, plan, today }: { userId: string; plan: OfficePlan; today: string }) {
  const t = useTranslations('users.detail')
  const defaults = {
    office: plan.fixed?.value ?? '',
    isAdministrator: false,
    startsOn: today,
    endsOn: null as string | null,
  }
  const form = useActionForm({
    action: appointUser,
    defaults,
    toInput: (values: typeof defaults) => ({ ...values, userId }),
    say: t('appointed'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('appoint')} submitVariant="secondary">
      <AppointmentFields plan={plan} />
    </Form>
  )
}
