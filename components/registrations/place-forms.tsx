'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { acceptOffer, askLeave, namePlace, swapPerson, withdraw } from '@/lib/registrations/actions'
import { leaveReasonLengthMax } from '@/lib/registrations/rules'
import type { Candidate } from './register-form'

/** Who comes on a place that has no name yet, or who comes instead. */
export function PersonForm({ id, isNamed, people }: { id: string; isNamed: boolean; people: Candidate[] }) {
  const t = useTranslations('registrations.own')
  const form = useActionForm({
    action: isNamed ? swapPerson : namePlace,
    defaults: { userId: null as string | null },
    toInput: ({ userId }: { userId: string | null }) => ({ id, userId: userId ?? '' }),
    say: t('named'),
  })
  const options = people.map((person) => ({ value: person.id, label: person.name }))
  return (
    <Form form={form} submitLabel={t('nameSubmit')} layout="row">
      <Field name="userId" type="select" label={t('person')} options={options} />
    </Form>
  )
}

export function LeaveForm({ id }: { id: string }) {
  const t = useTranslations('registrations.own')
  const form = useActionForm({
    action: askLeave,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, reason }),
    say: t('leaveDone'),
  })
  return (
    <Form form={form} submitLabel={t('leaveSubmit')}>
      <Field
        name="reason"
        type="textarea"
        rows={2}
        label={t('leaveReason')}
        hint={t('leaveNote')}
        maxLength={leaveReasonLengthMax}
      />
    </Form>
  )
}

/** Takes the place that is kept. */
export function AcceptButton({ id }: { id: string }) {
  const t = useTranslations('registrations.own')
  return (
    <ActionButton
      action={acceptOffer}
      input={{ id }}
      label={t('accept')}
      size="small"
      variant="primary"
      say={t('accepted')}
    />
  )
}

export function WithdrawButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('registrations.own')
  return (
    <ActionButton
      action={withdraw}
      input={{ id }}
      label={t('withdraw')}
      size="small"
      say={t('withdrawn')}
      confirm={{
        title: t('withdrawTitle', { name }),
        text: t('withdrawText'),
        confirmLabel: t('withdraw'),
        tone: 'danger',
      }}
    />
  )
}
