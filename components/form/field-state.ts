'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { fieldId } from './error-summary'
import { useFailureWords } from './failure'
import { useStanding } from './form'

/** Id, message and registration of a field; leaves its label for the summary. */
export function useField(name: string, label: string) {
  const { register } = useFormContext()
  const { errors } = useFormState({ name })
  const { formId, labels, params } = useStanding()
  const words = useFailureWords()

  useEffect(() => {
    labels.set(name, label)
    return () => void labels.delete(name)
  }, [labels, name, label])

  const code = messageAt(errors, name)
  return { id: fieldId(formId, name), error: code ? words.ofField(code, params) : undefined, register }
}

/** The code that stands at `agenda.0.title` of the tree of errors. */
function messageAt(errors: unknown, name: string): string | null {
  const step = (at: unknown, key: string): unknown =>
    typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined
  const message = step(name.split('.').reduce(step, errors), 'message')
  return typeof message === 'string' ? message : null
}

export type TextElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * On a slow machine people type before the page's program has come. The server draws each field with what it holds, and
 * what was typed over it meanwhile is taken into the form: registering alone would put the old value back.
 */
export function useTypedEarly(name: string) {
  const { getValues, setValue } = useFormContext()
  const [initial] = useState(() => String(getValues(name) ?? ''))
  const isRegistered = useRef(false)

  const keepTyped = (element: TextElement | null, register: (element: TextElement | null) => void) => {
    const typed = element && !isRegistered.current && element.value !== initial ? element.value : null
    register(element)
    if (element) isRegistered.current = true
    if (typed !== null) setValue(name, typed, { shouldDirty: true })
  }
  return { initial, keepTyped }
}
