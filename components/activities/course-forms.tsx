'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { cancelActivity, writeMinutes } from '@/lib/activities/actions'

const pageOf = (id: string) => `/portal/activities/${id}`

export function CancelActivityForm({ id }: { id: string }) {
  const t = useTranslations('activities.cancelling')
  const form = useActionForm({
    action: cancelActivity,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, reason }),
    say: t('done'),
    goTo: () => pageOf(id),
  })
  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      submitVariant="danger"
      extra={<ButtonLink href={pageOf(id)}>{t('back')}</ButtonLink>}
    >
      <Field name="reason" type="textarea" rows={3} label={t('reason')} hint={t('reasonHint')} maxLength={300} />
    </Form>
  )
}

export function WriteMinutesForm({ id, version, minutes }: { id: string; version: number; minutes: string }) {
  const t = useTranslations('activities.minutesForm')
  const form = useActionForm({
    action: writeMinutes,
    defaults: { minutes },
    toInput: (values: { minutes: string }) => ({ id, version, ...values }),
    say: t('done'),
    goTo: () => pageOf(id),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="minutes" type="textarea" rows={14} label={t('text')} hint={t('hint')} isOptional />
    </Form>
  )
}
