import { type ComponentProps, type ReactNode } from 'react'
import { choiceClass, describedBy, FieldFrame, FieldNotes, inputClass } from './field-frame'

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

type ChoicesProps = {
  id: string
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  choices: { value: string; label: string }[]
  /** Beside each other where there is room, instead of one under the other. */
  isRow?: boolean
  defaultValue: string
}

/** A few choices of such a form, in full view. */
export function PlainChoices({ id, name, label, hint, error, choices, isRow, defaultValue }: ChoicesProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
      className={`flex flex-col gap-1 ${error ? 'border-l-4 border-danger pl-3' : ''}`}
    >
      <legend className="font-bold">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={`flex flex-col gap-1 ${isRow ? 'sm:flex-row sm:flex-wrap sm:gap-x-8' : ''}`}>
        {choices.map((choice) => (
          <label key={choice.value} className={choiceClass}>
            <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === defaultValue} />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
