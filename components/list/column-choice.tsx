'use client'

import { Columns3 } from 'lucide-react'
import { Disclosure } from '@/components/ui/disclosure'
import { choiceClass } from '@/components/form/field-frame'
import { type Column } from './columns'

type Props = {
  columns: Column[]
  hidden: string[]
  usual: string[]
  words: { columns: string; reset: string }
  onChange: (hidden: string[]) => void
}

/** Which columns are shown, in the list's own order; remembered in a cookie, so that the server draws the same list next time. */
export function ColumnChoice({ columns, hidden, usual, words, onChange }: Props) {
  const choices = columns.filter((column) => column.label && !column.isTitle && !column.isActions)
  if (choices.length < 4) return null

  const toggle = (key: string) =>
    onChange(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key])

  return (
    <Disclosure
      className="no-print relative z-20 hidden self-end sm:block"
      summaryClass="flex min-h-7 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:text-primary"
      summary={
        <>
          <Columns3 aria-hidden className="size-4" />
          {words.columns}
        </>
      }
    >
      <div className="absolute right-0 flex max-h-96 w-56 flex-col overflow-auto rounded-md border border-input bg-surface px-3 py-2 text-sm">
        {choices.map((column) => (
          <label key={column.key} className={choiceClass}>
            <input type="checkbox" checked={!hidden.includes(column.key)} onChange={() => toggle(column.key)} />
            {column.label}
          </label>
        ))}
        <button type="button" className="link min-h-8 self-start" onClick={() => onChange(usual)}>
          {words.reset}
        </button>
      </div>
    </Disclosure>
  )
}
