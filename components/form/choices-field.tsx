'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { choiceClass, describedBy, FieldNotes } from './field-frame'
import { useField } from './field-state'

export type Choice = { value: string; label: string; hint?: string; warning?: string; isDisabled?: boolean }

type Named = { name: string; label: string; hint?: ReactNode }

/** One yes or no. */
export function CheckboxField({ name, label, hint }: Named) {
  const { id, error, register } = useField(name, label)
  return (
    <div className={`flex flex-col ${error ? 'border-l-4 border-danger pl-3' : ''}`}>
      <label className={choiceClass}>
        <input
          type="checkbox"
          {...register(name)}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

type ChoicesProps = Named & { isOptional?: boolean; kind: 'radio' | 'checkbox'; options: Choice[]; isInline?: boolean }

/** A few choices in full view: one of them, or several. */
export function ChoicesField({ name, label, hint, kind, options, isInline, isOptional }: ChoicesProps) {
  const t = useTranslations('common')
  const { id, error, register } = useField(name, label)
  return (
    <fieldset
      id={id}
      aria-describedby={describedBy(id, hint, error)}
      className={`flex flex-col gap-1 ${error ? 'border-l-4 border-danger pl-3' : ''}`}
    >
      <legend className="font-bold">
        {label}
        {isOptional && <span className="font-normal text-muted">（{t('optional')}）</span>}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={isInline ? 'flex flex-wrap gap-x-5' : 'flex flex-col'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`${choiceClass} ${option.hint || option.warning ? 'items-start [&_input]:mt-1' : ''}`}
          >
            <input type={kind} value={option.value} disabled={option.isDisabled} {...register(name)} />
            <span>
              {option.label}
              {option.hint && <span className="block text-muted">{option.hint}</span>}
              {option.warning && <span className="block whitespace-pre-line text-warning">{option.warning}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
