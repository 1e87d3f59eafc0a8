'use client'

import { useTranslations } from 'next-intl'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/form/field-frame'
import { figureLengthMax, figuresMax, type PracticeContent } from '@/lib/practices/rules'

const cells = ['label', 'before', 'after', 'unit'] as const

/** Figures of the result: what it was, what it is. */
export function FigureFields() {
  const t = useTranslations('practices.form')
  const { control, register } = useFormContext<{ content: PracticeContent }>()
  const { fields, append, remove } = useFieldArray({ control, name: 'content.figures' })
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-bold">{t('figures')}</legend>
      {fields.map((field, row) => (
        <div key={field.id} className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[2fr_1fr_1fr_1fr_auto]">
          {cells.map((cell) => (
            <label key={cell} className="flex min-w-0 flex-col gap-1 text-sm text-muted">
              {t(cell)}
              <input
                {...register(`content.figures.${row}.${cell}`)}
                maxLength={figureLengthMax}
                className={`${inputClass} text-ink`}
              />
            </label>
          ))}
          <Button variant="quiet" onClick={() => remove(row)}>
            {t('removeFigure', { row: row + 1 })}
          </Button>
        </div>
      ))}
      {fields.length < figuresMax && (
        <div>
          <Button onClick={() => append({ label: '', before: '', after: '', unit: '' }, { shouldFocus: false })}>
            {t('addFigure')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
