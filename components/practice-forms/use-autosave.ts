'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { answerOf } from '@/components/form/failure'
import type { Result } from '@/lib/core/result'

type Saved = { revision: number; savedAt: string }
export type SaveState = { kind: 'idle' | 'unsaved' | 'saving' | 'failed' | 'changed' } | { kind: 'saved'; at: string }

const quietMilliseconds = 2_000

/**
 * Saves a draft a moment after the last key. One save at a time, each from the revision that the one before came to; the
 * button's own save waits its turn in the same line.
 */
export function useAutosave<Values extends FieldValues>(
  methods: UseFormReturn<Values>,
  first: number,
  save: (values: Values, revision: number) => Promise<Result<Saved>>,
) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const revision = useRef(first)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saveNow = useCallback(
    (values: Values): Promise<Result<Saved>> => {
      clearTimeout(timer.current)
      const turn = line.current.then(async () => {
        setState({ kind: 'saving' })
        const answer = await answerOf(() => save(values, revision.current))
        if (answer.ok) revision.current = answer.data.revision
        if (answer.ok) setState({ kind: 'saved', at: answer.data.savedAt })
        else setState({ kind: answer.code === 'PRACTICE_CHANGED' ? 'changed' : 'failed' })
        return answer
      })
      line.current = turn
      return turn
    },
    [save],
  )

  useEffect(() => {
    const stop = methods.watch(() => {
      setState((now) => (now.kind === 'changed' ? now : { kind: 'unsaved' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(methods.getValues()), quietMilliseconds)
    })
    return () => {
      clearTimeout(timer.current)
      stop.unsubscribe()
    }
  }, [methods, saveNow])

  return { state, saveNow }
}
