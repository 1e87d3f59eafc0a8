'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { Controller } from 'react-hook-form'
import { FieldNotes, describedBy, inputClass } from '@/components/form/field-frame'
import { useField } from '@/components/form/field-state'
import { plainText, textOf, type RichText } from '@/lib/practices/rules'
import type { EditorWords } from './rich-editor'

const RichEditor = lazy(() => import('./rich-editor'))

const never = () => () => {}

type Props = { name: string; label: string; hint?: string; words: EditorWords }

/** A rich text in a form. Until its editor has come, and where it never does, a plain box takes lines as paragraphs. */
export function RichField({ name, label, hint, words }: Props) {
  const { id, error } = useField(name, label)
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const notes = describedBy(id, hint, error)
  return (
    <div className={`flex flex-col gap-1 ${error ? 'border-l-4 border-danger pl-3' : ''}`}>
      <label id={`${id}-label`} htmlFor={id} className="font-bold">
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <Controller
        name={name}
        render={({ field }) => {
          const value = field.value as RichText
          const plain = (
            <textarea
              id={id}
              rows={5}
              defaultValue={plainText(value)}
              aria-describedby={notes}
              onChange={(event) => field.onChange(textOf(event.target.value))}
              className={inputClass}
            />
          )
          if (!isInBrowser) return plain
          return (
            <Suspense fallback={plain}>
              <RichEditor
                value={value}
                labelledBy={`${id}-label`}
                describedBy={notes}
                words={words}
                onChange={field.onChange}
              />
            </Suspense>
          )
        }}
      />
    </div>
  )
}
