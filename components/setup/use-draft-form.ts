'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { answerOf } from '@/components/form/failure'
import { useActionForm, type ActionForm } from '@/components/form/use-action-form'
import type { Failure, Result } from '@/lib/core/result'

export type Standing = { id: string; version: number; isDone: boolean }

type Kept = { version: number }

export type SaveState =
  | { kind: 'idle' | 'unsaved' | 'saving' | 'changed' | 'invalid' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; failure: Failure }

const quietMilliseconds = 1_500

const stateOf = (failure: Failure): SaveState => {
  if (failure.code === 'CONFLICT') return { kind: 'changed' }
  return failure.code === 'INVALID' ? { kind: 'invalid' } : { kind: 'failed', failure }
}

type Options<Values extends FieldValues> = {
  id: string
  version: number
  defaults: DefaultValues<Values>
  save: (standing: Standing, values: Values) => Promise<Result<Kept>>
  /** Where the press goes on to. */
  next: string
}

/**
 * A section of a draft that keeps itself a moment after the last key. One save at a time, each from the version that the
 * one before came to; the press waits its turn in the same line. What is not filled in yet is not complained of until the
 * press. Where somebody else saved meanwhile nothing more is sent, and what was typed stays.
 */
export function useDraftForm<Values extends FieldValues>({ id, version, defaults, save, next }: Options<Values>) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const router = useRouter()
  const known = useRef(version)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isHalted = useRef(false)
  const saving = useRef(save)

  const keep = useCallback(
    (values: Values, isDone: boolean): Promise<Result<Kept>> => {
      clearTimeout(timer.current)
      const turn = line.current.then(async () => {
        setState({ kind: 'saving' })
        const answer = await answerOf(() => saving.current({ id, version: known.current, isDone }, values))
        if (answer.ok) known.current = answer.data.version
        else isHalted.current = answer.code === 'CONFLICT'
        setState(answer.ok ? { kind: 'saved', at: new Date() } : stateOf(answer))
        return answer
      })
      line.current = turn
      return turn
    },
    [id],
  )

  const form: ActionForm<Values> = useActionForm<Values, Values, Kept>({
    action: (values) => keep(values, true),
    defaults,
    toInput: (values) => values,
    onDone: () => router.push(next),
  })
  const { methods } = form
  useEffect(() => {
    saving.current = save
  })
  useEffect(() => {
    const keepTyped = async () => {
      const sent = JSON.stringify(methods.getValues())
      const answer = await keep(methods.getValues(), false)
      // What is kept is nothing to be warned about on leaving, unless more was typed on the way.
      const isAll = JSON.stringify(methods.getValues()) === sent
      if (answer.ok && isAll) methods.reset(methods.getValues(), { keepValues: true })
    }
    const stop = methods.watch((_values, { name }) => {
      if (name === undefined || isHalted.current) return
      setState({ kind: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepTyped(), quietMilliseconds)
    })
    return () => {
      clearTimeout(timer.current)
      stop.unsubscribe()
    }
  }, [methods, keep])

  return { form, state }
}
