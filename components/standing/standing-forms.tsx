'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/registry/standing-actions'
import { reasonLengthMax } from '@/lib/registry/rules'

type Props = { enterpriseId: string; version: number; today: string }

function Reason() {
  const t = useTranslations('registry.standing')
  return <Field name="reason" type="textarea" rows={2} maxLength={reasonLengthMax} label={t('reason')} />
}

export function CloseForm({ enterpriseId, version, today }: Props) {
  const t = useTranslations('registry.standing')
  const form = useActionForm({
    action: actions.closeEnterprise,
    defaults: { closedOn: today, reason: '' } as { closedOn: string | null; reason: string },
    toInput: ({ closedOn, reason }) => ({ enterpriseId, version, closedOn: closedOn ?? '', reason }),
    say: t('closed'),
    goTo: () => `/portal/enterprises/${enterpriseId}`,
  })
  return (
    <Form form={form} submitLabel={t('close')} submitVariant="danger">
      <Field name="closedOn" type="date" label={t('closedOn')} hint={t('closedOnHint')} />
      <Reason />
    </Form>
  )
}

export function ReopenForm({ enterpriseId, version, today }: Props) {
  const t = useTranslations('registry.standing')
  const form = useActionForm({
    action: actions.reopenEnterprise,
    defaults: { reopenedOn: today, reason: '' } as { reopenedOn: string | null; reason: string },
    toInput: ({ reopenedOn, reason }) => ({ enterpriseId, version, reopenedOn: reopenedOn ?? '', reason }),
    say: t('reopened'),
    goTo: () => `/portal/enterprises/${enterpriseId}`,
  })
  return (
    <Form form={form} submitLabel={t('reopen')}>
      <Field name="reopenedOn" type="date" label={t('reopenedOn')} />
      <Reason />
    </Form>
  )
}

type Moved = { jurisdictionId: string | null; movedOn: string | null; reason: string }

export function MoveForm({ enterpriseId, version, today, jurisdictions }: Props & { jurisdictions: Choice[] }) {
  const t = useTranslations('registry.standing')
  const form = useActionForm({
    action: actions.moveEnterprise,
    defaults: { jurisdictionId: null, movedOn: today, reason: '' } as Moved,
    toInput: ({ jurisdictionId, movedOn, reason }: Moved) => ({
      enterpriseId,
      version,
      jurisdictionId: jurisdictionId ?? '',
      movedOn: movedOn ?? '',
      reason,
    }),
    say: t('moved'),
    goTo: () => `/portal/enterprises/${enterpriseId}`,
  })
  return (
    <Form form={form} submitLabel={t('move')}>
      <Field name="jurisdictionId" type="select" label={t('toJurisdiction')} options={jurisdictions} />
      <Field name="movedOn" type="date" label={t('movedOn')} hint={t('movedOnHint')} max={today} />
      <Reason />
    </Form>
  )
}
