'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button, ButtonLink } from '@/components/ui/button'
import { inviteUser } from '@/lib/users/actions'
import { AppointmentFields, type OfficePlan } from './appointment-fields'
import { LinkNotice, type Delivered } from './link-notice'

type Invited = Delivered & { userId: string; name: string }

export function InviteForm({ plan, today }: { plan: OfficePlan; today: string }) {
  const t = useTranslations('users')
  const [invited, setInvited] = useState<Invited | null>(null)

  if (invited)
    return (
      <div className="flex flex-col items-start gap-4">
        <LinkNotice name={invited.name} delivered={invited} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => setInvited(null)}>
            {t('invite.another')}
          </Button>
          <ButtonLink href={`/portal/users/${invited.userId}`}>{t('invite.toUser')}</ButtonLink>
        </div>
      </div>
    )
  return <InviteFields plan={plan} today={today} onInvited={setInvited} />
}

type FieldsProps = { plan: OfficePlan; today: string; onInvited: (invited: Invited) => void }

function InviteFields({ plan, today, onInvited }: FieldsProps) {
  const t = useTranslations('users')
  const defaults = {
    name: '',
    account: '',
    office: plan.fixed?.value ?? '',
    isAdministrator: false,
    startsOn: today,
    endsOn: null as string | null,
  }
  const form = useActionForm({
    action: inviteUser,
    defaults,
    toInput: (values: typeof defaults) => values,
    onDone: (data) => onInvited({ ...data, name: form.methods.getValues('name') }),
  })

  return (
    <Form form={form} submitLabel={t('invite.submit')}>
      <Field name="name" label={t('field.name')} maxLength={60} autoComplete="off" />
      <Field
        name="account"
        label={t('field.account')}
        hint={t('field.accountHint')}
        maxLength={200}
        autoComplete="off"
      />
      <AppointmentFields plan={plan} />
    </Form>
  )
}
