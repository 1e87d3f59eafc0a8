'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { remapImport } from '@/lib/imports/actions'
import type { Field as Column, Mapping, Sample } from '@/lib/imports/schema'

type Values = { sheet: string | null; headerRow: number | null; columns: Partial<Record<Column, string | null>> }

type Props = { id: string; sample: Sample; mapping: Mapping | null; fields: readonly Column[] }

/** Which column of the workbook says what, where it was not recognised. */
export function RemapImportForm({ id, sample, mapping, fields }: Props) {
  const [t, names] = [useTranslations('imports.page'), useTranslations('imports.field')]
  const chosen = fields.map((field) => [field, mapping?.columns[field]?.toString() ?? null] as const)
  const form = useActionForm({
    action: remapImport,
    defaults: {
      sheet: mapping?.sheet ?? sample.sheets[0] ?? null,
      headerRow: mapping?.headerRow ?? 1,
      columns: Object.fromEntries(chosen),
    } as Values,
    toInput: ({ sheet, headerRow, columns }: Values) => ({
      id,
      sheet: sheet ?? '',
      headerRow: headerRow ?? 0,
      columns: Object.fromEntries(
        Object.entries(columns).flatMap(([field, column]) => (column ? [[field, Number(column)]] : [])),
      ),
    }),
  })
  const headers = sample.headers.map((header, index) => ({
    value: String(index),
    label: header || t('column', { number: index + 1 }),
  }))
  return (
    <Form form={form} submitLabel={t('remapSubmit')} submitVariant="secondary">
      <Field
        name="sheet"
        type="select"
        label={t('sheet')}
        options={sample.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
      />
      <Field name="headerRow" type="number" min={1} label={t('headerRow')} inputMode="numeric" />
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field) => (
          <Field
            key={field}
            name={`columns.${field}`}
            type="select"
            label={names(field)}
            options={headers}
            emptyLabel={t('noColumn')}
            isOptional
          />
        ))}
      </div>
    </Form>
  )
}
