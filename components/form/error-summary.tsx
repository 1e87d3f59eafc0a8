'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type MouseEvent } from 'react'
import { type Failure } from '@/lib/core/result'
import { useFailureWords } from './failure'
import { useStanding } from './form'

/** What went wrong, said at once and in one place: takes the focus, and each line leads to its field. */
export function ErrorSummary({ problem }: { problem: Failure }) {
  const t = useTranslations('forms')
  const words = useFailureWords()
  const { formId, labels } = useStanding()
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(problem.fields)

  useEffect(() => box.current?.focus(), [])

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex w-full flex-col gap-2 rounded-md border-2 border-danger p-4 outline-focus focus:outline-3"
    >
      <p className="text-base font-bold">
        {entries.length > 0 ? t('summaryTitle', { count: entries.length }) : t('failedTitle')}
      </p>
      {problem.code !== 'INVALID' && <p>{words.ofRefusal(problem)}</p>}
      {problem.code === 'SIGNED_OUT' && (
        <p>
          <a className="link underline" href="/sign-in" target="_blank" rel="noreferrer">
            {t('signInAgain')}
          </a>
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {entries.map(([path, code]) => {
          const label = labels.get(path)
          const sentence = words.ofField(code, problem.params)
          if (!label) return <li key={path}>{sentence}</li>
          return (
            <li key={path}>
              <a
                className="font-bold text-danger underline underline-offset-2"
                href={`#${fieldId(formId, path)}`}
                onClick={focusField}
              >
                {label}
                {t('colon')}
                {sentence}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`

function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!target) return
  event.preventDefault()
  const control = target.matches('input,select,textarea,button')
    ? target
    : target.querySelector('input,select,textarea,button')
  if (!(control instanceof HTMLElement)) return
  control.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
}
