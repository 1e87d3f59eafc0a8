'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { issueCodes } from '@/lib/activations/actions'
import { contactMax, issuesTo, validDays, validDaysUsual } from '@/lib/activations/rules'

type Filter = Parameters<typeof issueCodes>[0]['filter']

type Props = {
  /** Made once for the page: pressing twice asks once. */
  requestKey: string
  filter: Filter
  /** How many lack a code that holds, and how many have not come at all. */
  counts: { LACKING: number; ALL: number }
}

type Values = { to: 'LACKING' | 'ALL'; format: 'LETTERS' | 'LIST'; days: string; contact: string }

/** Codes for all that the address of the list names, as letters or as a list; made by the worker. */
export function IssueCodesForm({ requestKey, filter, counts }: Props) {
  const t = useTranslations('activations.bulk')
  const form = useActionForm({
    action: issueCodes,
    defaults: {
      to: counts.LACKING > 0 ? 'LACKING' : 'ALL',
      format: 'LETTERS',
      days: String(validDaysUsual),
      contact: '',
    } as Values,
    toInput: (values: Values) => ({ ...values, key: requestKey, filter }),
    goTo: ({ id }) => `/portal/tasks/${id}`,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="to"
        type="radio"
        label={t('to')}
        options={issuesTo.map((to) => ({
          value: to,
          label: t(`toName.${to}`, { count: String(counts[to]) }),
          hint: t(`toHint.${to}`),
          isDisabled: counts[to] === 0,
        }))}
      />
      <Field
        name="format"
        type="radio"
        label={t('format')}
        options={(['LETTERS', 'LIST'] as const).map((format) => ({
          value: format,
          label: t(`formatName.${format}`),
          hint: t(`formatHint.${format}`),
        }))}
      />
      <Field
        name="days"
        type="radio"
        isInline
        label={t('days')}
        options={validDays.map((days) => ({ value: String(days), label: t('dayCount', { days: String(days) }) }))}
      />
      <Field name="contact" label={t('contact')} hint={t('contactHint')} maxLength={contactMax} isOptional />
    </Form>
  )
}
