'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { transferMember } from '@/lib/alliances/actions'

type Props = { membershipId: string; alliances: Choice[]; today: string; backHref: string }

type Values = { toAllianceId: string | null; on: string | null; reason: string }

export function TransferMemberForm({ membershipId, alliances, today, backHref }: Props) {
  const t = useTranslations('memberships.membership')
  const form = useActionForm({
    action: transferMember,
    defaults: { toAllianceId: null, on: today, reason: '' },
    toInput: ({ toAllianceId, on, reason }: Values) => ({
      membershipId,
      toAllianceId: toAllianceId ?? '',
      on: on ?? '',
      reason,
    }),
    say: t('transferred'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('transferSubmit')}>
      <Field name="toAllianceId" type="select" label={t('toAlliance')} options={alliances} />
      <Field name="on" type="date" label={t('on')} />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} />
    </Form>
  )
}
