'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import type { HolidayKind } from '@/lib/core/prisma/enums'
import { addHoliday, importHolidays, removeHoliday } from '@/lib/settings/actions'
import { holidayNameLengthMax } from '@/lib/settings/rules'

type Row = { day: string; kind: HolidayKind; name: string }

export function AddHolidayForm({ year }: { year: number }) {
  const t = useTranslations('settings.holidays')
  const form = useActionForm({
    action: addHoliday,
    defaults: { day: `${year}-01-01`, kind: 'HOLIDAY' as HolidayKind, name: '' },
    toInput: (values: { day: string | null; kind: HolidayKind; name: string }) => ({
      ...values,
      day: values.day ?? '',
    }),
    say: t('added'),
  })
  const kinds = (['HOLIDAY', 'WORKDAY'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))
  return (
    <Form form={form} submitLabel={t('add')} submitVariant="secondary" layout="row">
      <Field name="day" type="date" label={t('day')} />
      <Field name="kind" type="select" label={t('kindLabel')} options={kinds} />
      <Field
        name="name"
        label={t('nameLabel')}
        placeholder={t('nameHint')}
        maxLength={holidayNameLengthMax}
        autoComplete="off"
      />
    </Form>
  )
}

export function ImportHolidaysButton({ year }: { year: number }) {
  const t = useTranslations('settings.holidays')
  return (
    <ActionButton
      action={importHolidays}
      input={{ year }}
      label={t('import', { year: String(year) })}
      say={t('imported')}
    />
  )
}

/** Taking a day out can be undone for eight seconds. */
export function RemoveHolidayButton({ row }: { row: Row }) {
  const t = useTranslations('settings.holidays')
  return (
    <ActionButton
      action={removeHoliday}
      input={{ day: row.day }}
      label={t('remove')}
      size="small"
      variant="quiet"
      say={t('removed')}
      undo={{ action: addHoliday, input: row }}
    />
  )
}
