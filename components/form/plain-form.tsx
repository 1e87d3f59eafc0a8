'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, type ComponentProps } from 'react'
import { Button, type ButtonSize, type ButtonVariant } from '@/components/ui/button'
import type { Failure, Result } from '@/lib/core/result'
import { useFailureWords } from './failure'
import { PlainChoices, PlainField } from './plain-field'

/** What a plain form shows after it was sent: as `defineFormAction` gives it. */
type State<Data> = { result: Result<Data> | null; values: Record<string, string> }

type FieldPlan = Pick<
  ComponentProps<'input'>,
  'name' | 'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'minLength' | 'autoFocus'
> & {
  name: string
  label: string
  hint?: string
  optionalWord?: string
  /** What stands in it before anything was typed. */
  initial?: string
  /** One of a few, in full view, instead of a line to type into. */
  choices?: { value: string; label: string }[]
  isRow?: boolean
}

type Props<Data> = {
  /** Prefix of the ids, where a page has several forms. */
  id: string
  action: (state: State<Data>, form: FormData) => Promise<State<Data>>
  fields: FieldPlan[]
  /** Sent along, not shown. */
  hidden?: Record<string, string>
  submitLabel: string
  variant?: ButtonVariant
  size?: ButtonSize
}

/**
 * A form that works before and without script (signing in, activation, one's own account). The server draws the answer:
 * a summary that takes the focus, messages at the fields, what was typed (never a password).
 */
export function PlainForm<Data>({
  id,
  action,
  fields,
  hidden = {},
  submitLabel,
  variant = 'primary',
  size,
}: Props<Data>) {
  const [state, submit, isPending] = useActionState(action, { result: null, values: {} })
  const words = useFailureWords()
  const problem = state.result && !state.result.ok ? state.result : null
  const idOf = (name: string) => `${id}-${name}`

  return (
    <form action={submit} noValidate className="flex flex-col gap-5" aria-busy={isPending || undefined}>
      {problem && <Summary problem={problem} fields={fields} idOf={idOf} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, choices, initial = '', ...field }) => {
        const code = problem?.fields[name]
        const shared = {
          id: idOf(name),
          name,
          defaultValue: state.values[name] ?? initial,
          error: code && words.ofField(code, problem?.params),
        }
        if (choices) return <PlainChoices key={name} {...shared} {...field} choices={choices} />
        return <PlainField key={name} {...field} {...shared} />
      })}
      <div>
        <Button type="submit" variant={variant} {...(size && { size })} isPending={isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

type SummaryProps = { problem: Failure; fields: FieldPlan[]; idOf: (name: string) => string }

function Summary({ problem, fields, idOf }: SummaryProps) {
  const t = useTranslations('forms')
  const words = useFailureWords()
  const box = useRef<HTMLDivElement>(null)
  const wrong = fields.filter(({ name }) => name in problem.fields)
  useEffect(() => box.current?.focus(), [problem])

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-md border-2 border-danger p-4 text-sm focus:outline-3"
    >
      {wrong.length > 0 && <p className="text-base font-bold">{t('summaryTitle', { count: wrong.length })}</p>}
      {(problem.code !== 'INVALID' || wrong.length === 0) && <p>{words.ofRefusal(problem)}</p>}
      {wrong.length > 0 && (
        <ul className="flex flex-col gap-1">
          {wrong.map(({ name, label }) => (
            <li key={name}>
              <a className="font-bold text-danger underline underline-offset-2" href={`#${idOf(name)}`}>
                {label}
                {t('colon')}
                {words.ofField(problem.fields[name] ?? '', problem.params)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
