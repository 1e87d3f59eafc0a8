'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, useTransition, type FormEvent } from 'react'
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { showToast } from '@/components/ui/toast'
import { type Failure, type Result } from '@/lib/core/result'
import { answerOf } from './failure'

export type ActionForm<Values extends FieldValues> = {
  id: string
  methods: UseFormReturn<Values>
  submit: (event: FormEvent) => void
  isPending: boolean
  /** What came of the last press, until the next one; `attempt` counts them, so that the same failure is said anew. */
  problem: (Failure & { attempt: number }) | null
}

type Options<Values extends FieldValues, Input, Data> = {
  action: (input: Input) => Promise<Result<Data>>
  defaults: DefaultValues<Values>
  /** What the action takes, from what the fields hold: adds the id and the version that the form was drawn from. */
  toInput: (values: Values) => Input
  /** After success: say this, go there, or both. */
  say?: string
  goTo?: (data: Data) => string
  onDone?: (data: Data) => void
  /** For forms that add one after another. */
  isEmptiedWhenDone?: boolean
}

/**
 * The one way to submit. Only the server checks, so that no second set of rules (and no schema library) travels to the
 * browser. The press sends an object to a server action inside a transition; React never resets the
 * fields, so what was typed survives every failure: refusal, lost session, lost network. A second press while the first
 * is on its way does nothing.
 */
export function useActionForm<Values extends FieldValues, Input, Data>(
  options: Options<Values, Input, Data>,
): ActionForm<Values> {
  const id = useId()
  const router = useRouter()
  const methods = useForm<Values>({ defaultValues: options.defaults, shouldFocusError: false })
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<ActionForm<Values>['problem']>(null)
  const attempts = useRef(0)
  const isBusy = useRef(false)
  useWarningBeforeLeaving(methods.formState.isDirty && !isPending)

  const fail = (answer: Failure) => {
    attempts.current += 1
    setProblem({ ...answer, attempt: attempts.current })
    for (const [path, code] of Object.entries(answer.fields)) {
      if (path) methods.setError(path as Path<Values>, { type: 'code', message: code })
    }
  }

  const succeed = (data: Data, values: Values) => {
    setProblem(null)
    methods.reset(options.isEmptiedWhenDone ? undefined : values)
    if (options.say) showToast({ text: options.say, tone: 'success' })
    options.onDone?.(data)
    if (options.goTo) router.push(options.goTo(data))
  }

  const send = async (values: Values) => {
    const input = options.toInput(values)
    const answer = await answerOf(() => options.action(input))
    return answer.ok ? succeed(answer.data, values) : fail(answer)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (isBusy.current) return
    isBusy.current = true
    methods.clearErrors()
    startTransition(async () => {
      try {
        await methods.handleSubmit(send)()
      } finally {
        isBusy.current = false
      }
    })
  }

  return { id, methods, submit, isPending, problem }
}

/** The browser asks before what was typed is lost by closing the page. */
function useWarningBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
}
