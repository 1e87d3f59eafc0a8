'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { mergeEnterprises } from '@/lib/duplicates/merge-actions'
import { reasonLengthMax } from '@/lib/duplicates/rules'
import type { FieldChoice } from './field-choices'

type Side = 'KEPT' | 'GONE'

type Props = { keptId: string; goneId: string; keptVersion: number; goneVersion: number; fields: FieldChoice[] }

/** Field by field whose word stands, why, and that it was looked at. */
export function MergeForm({ fields, ...pair }: Props) {
  const t = useTranslations('merges')
  const presets = Object.fromEntries(fields.map(({ field, preset }) => [field, preset])) as Record<string, Side>
  const form = useActionForm({
    action: mergeEnterprises,
    defaults: { choices: presets, reason: '', isSure: false },
    toInput: ({ choices, reason, isSure }) => ({ ...pair, choices, reason, isSure }),
    say: t('done'),
    goTo: () => `/portal/enterprises/${pair.keptId}`,
  })
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      {fields.map(({ field, label, kept, gone }) => (
        <Field
          key={field}
          name={`choices.${field}`}
          type="radio"
          label={label}
          options={[
            { value: 'KEPT', label: t('ofKept', { value: kept }) },
            { value: 'GONE', label: t('ofGone', { value: gone }) },
          ]}
        />
      ))}
      <Field
        name="reason"
        type="textarea"
        rows={2}
        maxLength={reasonLengthMax}
        label={t('reason')}
        hint={t('reasonHint')}
      />
      <Field name="isSure" type="checkbox" label={t('isSure')} />
    </Form>
  )
}
