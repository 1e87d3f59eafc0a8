'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import * as actions from '@/lib/experts/actions'
import {
  expertFields,
  nameLengthMax,
  organizationLengthMax,
  otherFieldsLengthMax,
  phoneLengthMax,
  titleLengthMax,
} from '@/lib/experts/rules'

type Values = {
  name: string
  organization: string
  title: string
  fields: (typeof expertFields)[number][]
  otherFields: string
  phone: string
}

const list = '/portal/experts'
const empty: Values = { name: '', organization: '', title: '', fields: [], otherFields: '', phone: '' }

export function RegisterExpertForm() {
  const t = useTranslations('experts')
  const form = useActionForm({
    action: actions.registerExpert,
    defaults: empty,
    toInput: (values: Values) => values,
    say: t('form.saved'),
    goTo: ({ expertId }) => `${list}/${expertId}`,
  })
  return (
    <Form form={form} submitLabel={t('form.save')} extra={<ButtonLink href={list}>{t('form.cancel')}</ButtonLink>}>
      <ExpertFields phoneHint={t('field.phoneHint')} />
    </Form>
  )
}

type Revised = Omit<Values, 'phone'> & { id: string; version: number; maskedPhone: string }

/** The number kept is not sent to the form: blank leaves it as it is. */
export function ReviseExpertForm({ expert }: { expert: Revised }) {
  const t = useTranslations('experts')
  const { id, version, maskedPhone, ...known } = expert
  const back = `${list}/${id}`
  const form = useActionForm({
    action: actions.reviseExpert,
    defaults: { ...known, phone: '' } as Values,
    toInput: ({ phone, ...values }: Values) => ({
      expertId: id,
      version,
      ...values,
      phone: phone === '' && maskedPhone !== '' ? null : phone,
    }),
    say: t('form.saved'),
    goTo: () => back,
  })
  const hint = maskedPhone === '' ? t('field.phoneHint') : t('field.phoneKept', { phone: maskedPhone })
  return (
    <Form form={form} submitLabel={t('form.save')} extra={<ButtonLink href={back}>{t('form.cancel')}</ButtonLink>}>
      <ExpertFields phoneHint={hint} />
    </Form>
  )
}

function ExpertFields({ phoneHint }: { phoneHint: string }) {
  const t = useTranslations('experts')
  return (
    <>
      <Field name="name" label={t('field.name')} maxLength={nameLengthMax} />
      <Field name="organization" label={t('field.organization')} maxLength={organizationLengthMax} />
      <Field name="title" label={t('field.title')} maxLength={titleLengthMax} isOptional />
      <Field
        name="fields"
        type="checkboxes"
        label={t('field.fields')}
        hint={t('field.fieldsHint')}
        options={expertFields.map((value) => ({ value, label: t(`fieldName.${value}`) }))}
        isInline
      />
      <Field
        name="otherFields"
        label={t('field.otherFields')}
        hint={t('field.otherFieldsHint')}
        maxLength={otherFieldsLengthMax}
        isOptional
      />
      <Field name="phone" type="tel" label={t('field.phone')} hint={phoneHint} maxLength={phoneLengthMax} isOptional />
    </>
  )
}

/** Out of the register, with a way back; or back into it. */
export function StandingButton({ id, name, isRetired }: { id: string; name: string; isRetired: boolean }) {
  const t = useTranslations('experts.detail')
  if (isRetired)
    return (
      <ActionButton
        action={actions.reinstateExpert}
        input={{ expertId: id }}
        label={t('reinstate')}
        say={t('reinstated')}
      />
    )
  return (
    <ActionButton
      action={actions.retireExpert}
      input={{ expertId: id }}
      label={t('retire')}
      variant="quiet"
      confirm={{ title: t('retireTitle', { name }), text: t('retireText'), confirmLabel: t('retire') }}
      say={t('retired')}
      undo={{ action: actions.reinstateExpert, input: { expertId: id } }}
    />
  )
}
