'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { proposeCorrection } from '@/lib/registry/actions'
import { noteLengthMax, type ProposableField } from '@/lib/registry/rules'

/** What the form holds: text, a number or null, a chosen code or null; telephones only where they are to change. */
export type ProposalValues = Record<Exclude<ProposableField, 'employees' | 'sizeClass'>, string> & {
  employees: number | null
  sizeClass: string | null
  note: string
}

type Input = Parameters<typeof proposeCorrection>[0]

type Props = {
  enterpriseId: string
  proposalVersion: number | null
  defaults: ProposalValues
  labels: Record<ProposableField, string>
  sizes: { value: string; label: string }[]
  phoneHints: Record<'principalPhone' | 'safetyLeadPhone', string>
}

/** The enterprise's own entry: whatever is overwritten is proposed. */
export function ProposeForm({ enterpriseId, proposalVersion, defaults, labels, sizes, phoneHints }: Props) {
  const t = useTranslations('registry.propose')
  const form = useActionForm<ProposalValues, Input, { proposalId: string }>({
    action: proposeCorrection,
    defaults,
    // A choice left empty is refused by the server, which says so beside the field.
    toInput: (values) => ({ ...values, enterpriseId, proposalVersion }) as Input,
    say: t('done'),
  })
  const text = (name: ProposableField, isOptional = true) => (
    <Field name={name} label={labels[name]} isOptional={isOptional} />
  )
  const phone = (name: 'principalPhone' | 'safetyLeadPhone') => (
    <Field name={name} type="tel" label={labels[name]} hint={phoneHints[name]} isOptional />
  )
  return (
    <Form form={form} submitLabel={t(proposalVersion === null ? 'submit' : 'resubmit')}>
      {text('name', false)}
      {text('shortName')}
      {text('establishment')}
      {text('address')}
      {text('industryCode')}
      <Field name="employees" type="number" min={0} inputMode="numeric" label={labels.employees} isOptional />
      <Field name="sizeClass" type="select" label={labels.sizeClass} options={sizes} isOptional />
      {text('principalName')}
      {phone('principalPhone')}
      {text('safetyLeadName')}
      {phone('safetyLeadPhone')}
      <Field
        name="note"
        type="textarea"
        rows={2}
        maxLength={noteLengthMax}
        label={t('note')}
        hint={t('noteHint')}
        isOptional
      />
    </Form>
  )
}
