'use client'

import { inputClass } from '@/components/form/field-frame'
import { useField, useTypedEarly } from '@/components/form/field-state'

type Props = { name: string; label: string; min: number; placeholder: string | undefined }

/** A number in a table: its column and row name it, so that it has no label of its own to see. */
export function NumberCell({ name, label, min, placeholder }: Props) {
  const { id, error, register } = useField(name, label)
  const { initial, keepTyped } = useTypedEarly(name)
  const { ref, ...registration } = register(name, {
    setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)),
  })
  return (
    <span className="inline-flex flex-col gap-1">
      <input
        {...registration}
        ref={(element) => keepTyped(element, ref)}
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        placeholder={placeholder}
        defaultValue={initial}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={`${inputClass} max-w-24`}
      />
      {error && (
        <span id={`${id}-error`} className="text-xs font-bold text-danger">
          {error}
        </span>
      )}
    </span>
  )
}
