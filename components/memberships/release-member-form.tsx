'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { releaseMember } from '@/lib/alliances/actions'

type Props = { membershipId: string; today: string; backHref: string }

type Values = { leftOn: string | null; reason: string }

export function ReleaseMemberForm({ membershipId, today, backHref }: Props) {
  const t = useTranslations('memberships.membership')
  const form = useActionForm({
    action: releaseMember,
    defaults: { leftOn: today, reason: '' },
    toInput: ({ leftOn, reason }: Values) => ({ membershipId, leftOn: leftOn ?? '', reason }),
    say: t('released'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('releaseSubmit')} submitVariant="danger">
      <Field name="leftOn" type="date" label={t('leftOn')} hint={t('leftOnHint')} />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} />
    </Form>
  )
}
