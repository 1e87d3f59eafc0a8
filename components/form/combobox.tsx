'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { describedBy, FieldFrame, inputClass } from './field-frame'
import { useField } from './field-state'

export type Found = { value: string; label: string; hint?: string }

type Props = {
  name: string
  label: string
  hint?: ReactNode
  isOptional?: boolean
  /** A handler that answers `{ options: Found[] }` to `?q=`, narrowed to what the actor may see. */
  source: string
  /** What the current value is called. */
  initial?: Found
}

const pauseMilliseconds = 200
const lettersMin = 2

/** A choice among many: typed, found on the server, chosen by arrows or press. Holds the chosen value or null. */
export function ComboboxField({ name, label, hint, isOptional, source, initial }: Props) {
  const t = useTranslations('forms')
  const common = useTranslations('common')
  const { id, error } = useField(name, label)
  const { field } = useController({ name })
  const [text, setText] = useState(initial?.label ?? '')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { options, isSearching } = useFound(source, isOpen ? text : '')

  const choose = (option: Found) => {
    field.onChange(option.value)
    setText(option.label)
    setOpen(false)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, arrows and Enter belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((at) => (options.length === 0 ? 0 : (at + step + options.length) % options.length))
    }
    if (event.key === 'Escape') setOpen(false)
    const option = options[active]
    if (event.key === 'Enter' && isOpen && option) {
      event.preventDefault()
      choose(option)
    }
  }

  const emptyText = isSearching ? t('searching') : t('noOptions')
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      error={error}
      optionalWord={isOptional ? common('optional') : undefined}
    >
      <div className="relative">
        <input
          id={id}
          ref={field.ref}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && options[active] ? `${id}-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={inputClass}
          placeholder={t('typeToSearch')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            field.onChange(null)
            setActive(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false)
            field.onBlur()
          }}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          hidden={!isOpen || text.trim().length < lettersMin}
          className="absolute inset-x-0 z-30 mt-1 max-h-72 overflow-auto rounded-md border border-input bg-surface py-1"
        >
          {options.length === 0 && <li className="px-3 py-2 text-muted">{emptyText}</li>}
          {options.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
              className="flex min-h-9 flex-col justify-center px-3 py-1 hover:bg-sunken aria-selected:bg-primary-soft pointer-coarse:min-h-(--target)"
            >
              {option.label}
              {option.hint && <span className="text-xs text-muted">{option.hint}</span>}
            </li>
          ))}
        </ul>
      </div>
    </FieldFrame>
  )
}

/** What the server finds for a text, asked after a short pause; an answer that comes too late is dropped. */
function useFound(source: string, text: string): { options: Found[]; isSearching: boolean } {
  const [found, setFound] = useState<{ query: string; options: Found[] }>({ query: '', options: [] })
  const latest = useRef('')
  const query = text.trim()

  useEffect(() => {
    latest.current = query
    if (query.length < lettersMin) return
    const timer = setTimeout(async () => {
      const separator = source.includes('?') ? '&' : '?'
      const answer = await fetch(`${source}${separator}q=${encodeURIComponent(query)}`).catch(() => null)
      const body: { options: Found[] } = answer?.ok ? await answer.json() : { options: [] }
      if (latest.current === query) setFound({ query, options: body.options })
    }, pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [source, query])

  const isCurrent = found.query === query
  return { options: isCurrent ? found.options : [], isSearching: !isCurrent }
}
