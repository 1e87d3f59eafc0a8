'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode } from 'react'
import { CheckboxField, ChoicesField, type Choice } from './choices-field'
import { describedBy, FieldFrame, inputClass } from './field-frame'
import { useField, useTypedEarly, type TextElement } from './field-state'

type Named = { name: string; label: string; hint?: ReactNode; isOptional?: boolean }

type InputProps = Named &
  Pick<
    ComponentProps<'input'>,
    'autoComplete' | 'inputMode' | 'maxLength' | 'min' | 'max' | 'step' | 'placeholder' | 'readOnly'
  > & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | 'date' | 'time' | 'datetime-local'
  }

type TextareaProps = Named & { type: 'textarea'; rows?: number; maxLength?: number; placeholder?: string }

type SelectProps = Named & { type: 'select'; options: Choice[]; emptyLabel?: string }

type ChoiceProps = Named & { type: 'radio' | 'checkboxes'; options: Choice[]; isInline?: boolean }

type CheckboxProps = Named & { type: 'checkbox' }

/**
 * One field of a form. What it holds: text for text, date and choice; a number or null; true or false for a checkbox;
 * the chosen values for checkboxes. An empty number, date or choice is null, so that a schema says `.nullable()` for
 * what may stay empty.
 */
export function Field(props: InputProps | TextareaProps | SelectProps | ChoiceProps | CheckboxProps) {
  switch (props.type) {
    case 'checkbox':
      return <CheckboxField {...props} />
    case 'radio':
    case 'checkboxes': {
      const { type, ...rest } = props
      return <ChoicesField {...rest} kind={type === 'radio' ? 'radio' : 'checkbox'} />
    }
    case 'textarea':
      return <TextareaField {...props} />
    case 'select':
      return <SelectField {...props} />
    default:
      return <InputField {...props} />
  }
}

function InputField({ name, label, hint, isOptional, type = 'text', ...own }: InputProps) {
  return (
    <Line
      named={{ name, label, hint, isOptional }}
      read={readers[type]}
      draw={(shared) => <input type={type} {...own} {...shared} />}
    />
  )
}

function TextareaField({ name, label, hint, isOptional, type: _, rows = 4, ...own }: TextareaProps) {
  return (
    <Line named={{ name, label, hint, isOptional }} draw={(shared) => <textarea rows={rows} {...own} {...shared} />} />
  )
}

function SelectField({ name, label, hint, isOptional, options, emptyLabel }: SelectProps) {
  const t = useTranslations('forms')
  return (
    <Line
      named={{ name, label, hint, isOptional }}
      read={emptyAsNull}
      draw={(shared) => (
        <select {...shared}>
          <option value="">{emptyLabel ?? t('choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

type Reader = (value: unknown) => unknown

const emptyAsNull: Reader = (value) => (value === '' ? null : value)

const readers: Partial<Record<NonNullable<InputProps['type']>, Reader>> = {
  number: (value) => (value === '' || value === null ? null : Number(value)),
  date: emptyAsNull,
  'datetime-local': emptyAsNull,
}

type Shared = Omit<ReturnType<ReturnType<typeof useField>['register']>, 'ref'> & {
  ref: (element: TextElement | null) => void
  defaultValue: string
  id: string
  className: string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'aria-describedby': string | undefined
}

type LineProps = {
  named: Omit<Named, 'isOptional'> & { isOptional: boolean | undefined }
  read?: Reader | undefined
  draw: (shared: Shared) => ReactNode
}

function Line({ named: { name, label, hint, isOptional }, read, draw }: LineProps) {
  const t = useTranslations('common')
  const { id, error, register } = useField(name, label)
  const { initial, keepTyped } = useTypedEarly(name)
  const registration = register(name, read ? { setValueAs: read } : {})

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optionalWord={isOptional ? t('optional') : undefined}>
      {draw({
        ...registration,
        ref: (element: TextElement | null) => keepTyped(element, registration.ref),
        defaultValue: initial,
        id,
        className: inputClass,
        'aria-invalid': error ? true : undefined,
        'aria-required': isOptional ? undefined : true,
        'aria-describedby': describedBy(id, hint, error),
      })}
    </FieldFrame>
  )
}
