'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { leaveOffice } from '@/lib/handovers/actions'

type Props = {
  userId: string
  office: string
  successors: Choice[]
  isNeeded: boolean
  hasMandates: boolean
  backHref: string
}

type Values = { successorId: string | null; passMandate: boolean }

/** Who takes over; nobody where nothing would be left without an owner. */
export function LeaveForm({ userId, office, successors, isNeeded, hasMandates, backHref }: Props) {
  const [t, common] = [useTranslations('handovers.leave'), useTranslations('common')]
  const form = useActionForm({
    action: leaveOffice,
    defaults: { successorId: null, passMandate: false } as Values,
    toInput: (values: Values) => ({ userId, office, ...values }),
    say: t('done'),
    goTo: () => backHref,
  })
  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      submitVariant="danger"
      extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}
    >
      <Field
        name="successorId"
        type="select"
        label={t('successor')}
        hint={t('successorHint')}
        options={successors}
        isOptional={!isNeeded}
        {...(!isNeeded && { emptyLabel: t('noSuccessor') })}
      />
      {hasMandates && <Field name="passMandate" type="checkbox" label={t('passMandate')} />}
    </Form>
  )
}
