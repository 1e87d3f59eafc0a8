'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConflictTable } from '@/components/alliances/conflict-table'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { correctEnterprise } from '@/lib/enterprises/actions'
import { readStanding, settle, touchedLines, type CorrectionField, type CorrectionValues } from './correction-values'

export type Choice = { value: string; label: string }

type Props = {
  enterpriseId: string
  version: number
  defaults: CorrectionValues
  labels: Record<CorrectionField, string>
  choices: Partial<Record<CorrectionField, Choice[]>>
  maskedPhones: { principal: string | null; safetyLead: string | null }
  backHref: string
}

type Input = Parameters<typeof correctEnterprise>[0]

/**
 * The entry of an enterprise, with the reason for changing it. When somebody else saved meanwhile, what both have changed
 * stands side by side; what only the other one has changed is taken over, so that nothing is undone by accident.
 */
export function CorrectForm({ enterpriseId, version, defaults, labels, choices, maskedPhones, backHref }: Props) {
  const t = useTranslations('enterprises.correction')
  const [known, setKnown] = useState({ version, values: defaults })
  const form = useActionForm<CorrectionValues, Input, { version: number }>({
    action: correctEnterprise,
    defaults,
    // A choice left empty is refused by the server, which says so beside the field.
    toInput: (values) => ({ ...values, enterpriseId, version: known.version }) as Input,
    say: t('done'),
    goTo: () => backHref,
  })
  const conflict = form.problem?.code === 'ENTERPRISE_CHANGED' ? form.problem.params : null
  const stands = conflict && readStanding(conflict)

  const take = (whose: 'theirs' | 'own') => {
    if (!stands) return
    const own = whose === 'own' ? form.methods.getValues() : null
    for (const [field, value] of settle(known.values, stands.values, own)) form.methods.setValue(field, value)
    setKnown(stands)
  }

  const text = (name: CorrectionField, more: { isOptional?: boolean; type?: 'text' | 'tel' | 'date' } = {}) => (
    <Field name={name} label={labels[name]} {...more} />
  )
  const choice = (name: CorrectionField, isOptional = false) => (
    <Field
      name={name}
      type="select"
      label={labels[name]}
      options={choices[name] ?? []}
      isOptional={isOptional}
      {...(isOptional && { emptyLabel: t('unsaid') })}
    />
  )
  const phone = (name: 'principalPhone' | 'safetyLeadPhone', masked: string | null) => (
    <Field
      name={name}
      type="tel"
      label={labels[name]}
      hint={masked ? t('phoneHint', { masked }) : t('phoneNone')}
      isOptional
    />
  )

  return (
    <Form form={form} submitLabel={t('submit')}>
      {conflict && stands && (
        <ConflictTable
          changedBy={String(conflict['changedBy'] ?? '')}
          lines={touchedLines(known.values, stands.values, form.methods.getValues(), {
            labels,
            choices,
            blank: t('unsaid'),
          })}
          isSettled={known.version === stands.version}
          onTakeTheirs={() => take('theirs')}
          onKeepOwn={() => take('own')}
        />
      )}
      {text('name')}
      {text('creditCode')}
      {text('shortName', { isOptional: true })}
      {text('establishment', { isOptional: true })}
      {choice('supervisingJurisdictionId')}
      {choice('locatedDistrictId', true)}
      {text('address', { isOptional: true })}
      {choice('businessKind')}
      {text('industryCode', { isOptional: true })}
      <Field name="employees" type="number" min={0} inputMode="numeric" label={labels.employees} isOptional />
      {choice('sizeClass', true)}
      {choice('standardizationLevel', true)}
      {text('standardizationValidTo', { isOptional: true, type: 'date' })}
      {choice('majorHazardLevel', true)}
      {text('principalName', { isOptional: true })}
      {phone('principalPhone', maskedPhones.principal)}
      {text('safetyLeadName', { isOptional: true })}
      {phone('safetyLeadPhone', maskedPhones.safetyLead)}
      <Field name="note" type="textarea" rows={2} label={labels.note} isOptional />
      <Field name="reason" type="textarea" rows={2} label={t('reason')} hint={t('reasonHint')} />
    </Form>
  )
}
