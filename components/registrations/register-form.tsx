'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { askEnterpriseLeave, registerPeople } from '@/lib/registrations/actions'
import { leaveReasonLengthMax, peopleMax } from '@/lib/registrations/rules'
import type { MandateKind } from '@/lib/core/prisma/enums'

export type Candidate = { id: string; name: string; mandate: MandateKind | null }

type Standing = { activityId: string; enterpriseId: string }

/** Named people, and places that get their names later. */
export function RegisterForm({
  standing,
  people,
  unnamed,
}: {
  standing: Standing
  people: Candidate[]
  unnamed: number
}) {
  const t = useTranslations('registrations.own')
  const form = useActionForm({
    action: registerPeople,
    defaults: { userIds: [] as string[], unnamedPlaces: unnamed as number | null },
    toInput: ({ userIds, unnamedPlaces }: { userIds: string[]; unnamedPlaces: number | null }) => ({
      ...standing,
      userIds,
      unnamedPlaces: unnamedPlaces ?? 0,
    }),
    say: t('done'),
  })
  const options = people.map(({ id, name, mandate }) => ({
    value: id,
    label: name,
    hint: t(`mandate.${mandate ?? 'NONE'}`),
  }))
  return (
    <Form form={form} submitLabel={t('submit')}>
      {options.length > 0 && (
        <Field name="userIds" type="checkboxes" label={t('people')} hint={t('peopleHint')} options={options} isInline />
      )}
      <Field
        name="unnamedPlaces"
        type="number"
        min={0}
        max={peopleMax}
        inputMode="numeric"
        label={t('unnamed')}
        hint={t('unnamedHint')}
        isOptional
      />
    </Form>
  )
}

export function EnterpriseLeaveForm({ standing }: { standing: Standing }) {
  const t = useTranslations('registrations.own')
  const form = useActionForm({
    action: askEnterpriseLeave,
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ ...standing, reason }),
    say: t('leaveDone'),
  })
  return (
    <Form form={form} submitLabel={t('leaveSubmit')} submitVariant="secondary">
      <Field
        name="reason"
        type="textarea"
        rows={2}
        label={t('leaveReason')}
        hint={t('leaveAllNote')}
        maxLength={leaveReasonLengthMax}
      />
    </Form>
  )
}
