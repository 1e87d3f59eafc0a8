'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { agreeToHost } from '@/lib/hosts/actions'
import { meetingPointLengthMax, meetsMinutesMax, rulesLengthMax, visitorsMaxMax } from '@/lib/hosts/rules'

type Values = {
  visitorsMax: number | null
  meetingPoint: string
  meetsMinutes: number | null
  protection: string
  forbidden: string
  remarks: string
  asksDocument: boolean
  asksNumberPlate: boolean
}

type Props = { id: string; isAgreed: boolean; defaults: Values }

/** The host says for how many, where one meets, and what holds at its gate. */
export function AgreeForm({ id, isAgreed, defaults }: Props) {
  const t = useTranslations('hosts.agree')
  const form = useActionForm({
    action: agreeToHost,
    defaults,
    toInput: ({ visitorsMax, meetsMinutes, ...values }: Values) => ({
      id,
      ...values,
      visitorsMax: visitorsMax ?? 0,
      meetsMinutes: meetsMinutes ?? 0,
    }),
    say: t('done'),
  })
  const text = { type: 'textarea', rows: 2, maxLength: rulesLengthMax, isOptional: true } as const
  const number = { type: 'number', inputMode: 'numeric' } as const
  return (
    <Form form={form} submitLabel={t(isAgreed ? 'save' : 'submit')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          {...number}
          name="visitorsMax"
          min={1}
          max={visitorsMaxMax}
          label={t('visitorsMax')}
          hint={t('visitorsMaxHint')}
        />
        <Field
          {...number}
          name="meetsMinutes"
          min={0}
          max={meetsMinutesMax}
          label={t('meetsMinutes')}
          hint={t('meetsMinutesHint')}
        />
      </div>
      <Field
        name="meetingPoint"
        label={t('meetingPoint')}
        hint={t('meetingPointHint')}
        maxLength={meetingPointLengthMax}
      />
      <Field {...text} name="protection" label={t('protection')} hint={t('protectionHint')} />
      <Field {...text} name="forbidden" label={t('forbidden')} hint={t('forbiddenHint')} />
      <Field {...text} name="remarks" label={t('remarks')} />
      <Field name="asksDocument" type="checkbox" label={t('asksDocument')} />
      <Field name="asksNumberPlate" type="checkbox" label={t('asksNumberPlate')} />
    </Form>
  )
}
