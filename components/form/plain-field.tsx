import { type ComponentProps, type ReactNode } from 'react'
import { describedBy, FieldFrame, inputClass } from './field-frame'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  id?: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optionalWord?: string
}

/** A field of a form that must work before any script arrives (sign-in, activation): what was typed comes back as `defaultValue`. */
export function PlainField({ id, name, label, hint, error, optionalWord, ...input }: Props) {
  const fieldId = id ?? `field-${name}`
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} optionalWord={optionalWord}>
      <input
        {...input}
        id={fieldId}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        className={inputClass}
      />
    </FieldFrame>
  )
}
