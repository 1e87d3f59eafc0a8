'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { changeSetting } from '@/lib/settings/actions'
import { fieldsOf, type FieldPlan, type SettingKey, type SettingScalar } from '@/lib/settings/rules'
import { SettingConflict } from './setting-conflict'
import { fieldWord } from './setting-words'

type Input = Parameters<typeof changeSetting>[0]

type Value = Record<string, SettingScalar>

type Values = { value: Value; effectiveFrom: string | null }

type Props = { settingKey: SettingKey; version: number; value: Value; today: string }

/** One group of settings. When somebody else saved meanwhile, both stand beside each other and a choice is asked for. */
export function SettingForm({ settingKey, version, value, today }: Props) {
  const t = useTranslations('settings')
  const [known, setKnown] = useState(version)
  const form = useActionForm<Values, Input, { version: number }>({
    action: changeSetting,
    defaults: { value, effectiveFrom: today },
    // The plan of the fields gives each key its value; the server checks it all the same.
    toInput: (values) =>
      ({ key: settingKey, version: known, ...values, effectiveFrom: values.effectiveFrom ?? '' }) as Input,
    say: t('saved'),
    onDone: (data) => setKnown(data.version),
  })
  const conflict = form.problem?.code === 'SETTING_CHANGED' ? form.problem.params : null

  return (
    <Form form={form} submitLabel={t('save')}>
      {conflict && (
        <SettingConflict
          settingKey={settingKey}
          params={conflict}
          yours={form.methods.getValues('value')}
          isSettled={known === conflict['version']}
          onTakeTheirs={(theirs) => {
            form.methods.setValue('value', theirs)
            setKnown(Number(conflict['version']))
          }}
          onKeepOwn={() => setKnown(Number(conflict['version']))}
        />
      )}
      {fieldsOf(settingKey).map(([name, plan]) => (
        <SettingField key={name} name={name} plan={plan} />
      ))}
      <Field name="effectiveFrom" type="date" label={t('effectiveFrom')} hint={t('effectiveFromHint')} />
    </Form>
  )
}

function SettingField({ name, plan }: { name: string; plan: FieldPlan }) {
  const t = useTranslations('settings')
  const label = fieldWord(t, name)
  const path = `value.${name}`
  const said = t.has(`hint.${name as 'icp'}`) ? t(`hint.${name as 'icp'}`) : null
  if (plan.kind === 'switch') return <Field name={path} type="checkbox" label={label} />
  if (plan.kind === 'text')
    return (
      <Field
        name={path}
        type={plan.inputType ?? 'text'}
        label={label}
        maxLength={plan.lengthMax}
        isOptional
        {...(said && { hint: said })}
      />
    )
  const range = t('rangeHint', { min: plan.min, max: plan.max })
  return (
    <Field
      name={path}
      type="number"
      inputMode="numeric"
      min={plan.min}
      max={plan.max}
      label={label}
      hint={said ? `${range}。${said}` : range}
      isOptional={plan.isOptional ?? false}
    />
  )
}
