'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { expertFields } from '@/lib/experts/rules'
import { requestGuidance } from '@/lib/guidances/actions'
import { descriptionLengthMax, titleLengthMax } from '@/lib/guidances/rules'

type ExpertField = (typeof expertFields)[number]

type Values = {
  field: ExpertField | null
  title: string
  description: string
  wishedFrom: string | null
  wishedTo: string | null
}

const empty: Values = { field: null, title: '', description: '', wishedFrom: null, wishedTo: null }

/** What an enterprise wants experts for; `requestKey` names the press, so that two are one request. */
export function RequestGuidanceForm({ requestKey }: { requestKey: string }) {
  const [t, fields] = [useTranslations('guidances.form'), useTranslations('experts.fieldName')]
  const form = useActionForm({
    action: requestGuidance,
    defaults: empty,
    toInput: ({ field, wishedFrom, wishedTo, ...values }: Values) => ({
      ...values,
      // Without a choice the server says so at the field.
      field: field as ExpertField,
      wishedFrom: wishedFrom ?? '',
      wishedTo: wishedTo ?? '',
      key: requestKey,
    }),
    say: t('done'),
    goTo: ({ id }) => `/portal/guidances/${id}`,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field
        name="field"
        type="select"
        label={t('field')}
        options={expertFields.map((value) => ({ value, label: fields(value) }))}
      />
      <Field name="title" label={t('title')} hint={t('titleHint')} maxLength={titleLengthMax} />
      <Field
        name="description"
        type="textarea"
        rows={5}
        label={t('description')}
        hint={t('descriptionHint')}
        maxLength={descriptionLengthMax}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="wishedFrom" type="date" label={t('wishedFrom')} />
        <Field name="wishedTo" type="date" label={t('wishedTo')} />
      </div>
    </Form>
  )
}
