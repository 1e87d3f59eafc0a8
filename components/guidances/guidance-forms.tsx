'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/guidances/actions'
import { reasonLengthMax } from '@/lib/guidances/rules'

export type Standing = { id: string; version: number }

type Approval = { expertIds: string[]; organiserAllianceId: string | null; visitOn: string | null }

type ApproveProps = { standing: Standing; experts: Choice[]; organisers: Choice[] }

/** The bureau names who goes there, and may leave the arranging to a coordinator. */
export function ApproveForm({ standing, experts, organisers }: ApproveProps) {
  const t = useTranslations('guidances.approve')
  const detail = useTranslations('guidances.detail')
  const form = useActionForm({
    action: actions.approveGuidance,
    defaults: { expertIds: [], organiserAllianceId: null, visitOn: null } as Approval,
    toInput: (values: Approval) => ({ ...standing, ...values }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="expertIds"
        type="checkboxes"
        label={t('experts')}
        hint={t('expertsHint')}
        options={experts}
        isInline
      />
      <Field
        name="organiserAllianceId"
        type="select"
        label={t('organiser')}
        hint={t('organiserHint')}
        options={organisers}
        emptyLabel={detail('bureau')}
        isOptional
      />
      <Field name="visitOn" type="date" label={t('visitOn')} isOptional />
    </Form>
  )
}

type Arrangement = { expertIds: string[]; visitOn: string | null }

type ArrangeProps = { standing: Standing; experts: Choice[]; defaults: Arrangement }

export function ArrangeForm({ standing, experts, defaults }: ArrangeProps) {
  const [t, approve] = [useTranslations('guidances.arrange'), useTranslations('guidances.approve')]
  const form = useActionForm({
    action: actions.arrangeGuidance,
    defaults,
    toInput: ({ expertIds, visitOn }: Arrangement) => ({ ...standing, expertIds, visitOn: visitOn ?? '' }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="secondary">
      <Field name="visitOn" type="date" label={approve('visitOn')} />
      <Field
        name="expertIds"
        type="checkboxes"
        label={approve('experts')}
        hint={approve('expertsHint')}
        options={experts}
        isInline
      />
    </Form>
  )
}

const endings = { refuse: actions.refuseGuidance, withdraw: actions.withdrawGuidance }

export function EndForm({ standing, way }: { standing: Standing; way: keyof typeof endings }) {
  const t = useTranslations(`guidances.${way}`)
  const form = useActionForm({
    action: endings[way],
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ ...standing, reason }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={reasonLengthMax} />
    </Form>
  )
}
