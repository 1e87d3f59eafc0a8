'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { scheduleAnnouncement, withdrawAnnouncement } from '@/lib/announcements/actions'

type Props = { id: string; path: string }

export function ScheduleForm({ id, path, publishAt }: Props & { publishAt: string | null }) {
  const [t, common] = [useTranslations('announcements.schedule'), useTranslations('common')]
  const form = useActionForm({
    action: scheduleAnnouncement,
    defaults: { publishAt } as { publishAt: string | null },
    toInput: (values: { publishAt: string | null }) => ({ id, publishAt: values.publishAt ?? '' }),
    say: t('done'),
    goTo: () => path,
  })
  return (
    <Form form={form} submitLabel={t('submit')} extra={<ButtonLink href={path}>{common('cancel')}</ButtonLink>}>
      <Field name="publishAt" type="datetime-local" label={t('at')} />
    </Form>
  )
}

export function WithdrawForm({ id, path }: Props) {
  const [t, common] = [useTranslations('announcements.withdraw'), useTranslations('common')]
  const form = useActionForm({
    action: withdrawAnnouncement,
    defaults: { reason: '' },
    toInput: (values: { reason: string }) => ({ id, ...values }),
    say: t('done'),
    goTo: () => path,
  })
  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      submitVariant="danger"
      extra={<ButtonLink href={path}>{common('cancel')}</ButtonLink>}
    >
      <Field name="reason" type="textarea" rows={3} label={t('reason')} />
    </Form>
  )
}
