'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { admitMember } from '@/lib/alliances/actions'

type Props = { allianceId: string; enterpriseId: string; today: string; backHref: string }

type Values = { joinedOn: string | null; reason: string }

export function AdmitMemberForm({ allianceId, enterpriseId, today, backHref }: Props) {
  const t = useTranslations('memberships.admit')
  const form = useActionForm({
    action: admitMember,
    defaults: { joinedOn: today, reason: '' },
    toInput: ({ joinedOn, reason }: Values) => ({ allianceId, enterpriseId, joinedOn: joinedOn ?? '', reason }),
    say: t('done'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="joinedOn" type="date" label={t('joinedOn')} hint={t('joinedOnHint')} />
      <Field name="reason" type="textarea" rows={3} label={t('reason')} hint={t('reasonHint')} />
    </Form>
  )
}
