'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Path, UseFormReturn } from 'react-hook-form'
import { answerOf } from '@/components/form/failure'
import type { Failure, Result } from '@/lib/core/result'
import type { PracticeDraft } from '@/lib/practices/rules'

type Saved = { revision: number; savedAt: string }

/** Somebody saved meanwhile: what stands there now, and as which revision. */
export type Conflict = { theirs: PracticeDraft; revision: number }

export type SaveState =
  | { kind: 'idle' | 'unsaved' | 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'changed'; conflict: Conflict }

const quietMilliseconds = 2_000

const stateOf = (failure: Failure): SaveState => {
  const { saved, revision } = failure.params
  if (failure.code !== 'PRACTICE_CHANGED' || saved === undefined) return { kind: 'failed', failure }
  return {
    kind: 'changed',
    conflict: { theirs: JSON.parse(String(saved)) as PracticeDraft, revision: Number(revision) },
  }
}

/**
 * Saves a draft a moment after the last key. One save at a time, each from the revision that the one before came to; the
 * button's own save waits its turn in the same line. Where somebody else saved meanwhile nothing more is sent until one of
 * the two texts is chosen.
 */
export function useAutosave(
  methods: UseFormReturn<PracticeDraft>,
  first: number,
  save: (values: PracticeDraft, revision: number) => Promise<Result<Saved>>,
) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const isHalted = useRef(false)
  const revision = useRef(first)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saveNow = useCallback(
    (values: PracticeDraft): Promise<Result<Saved>> => {
      clearTimeout(timer.current)
      const sent = JSON.stringify(values)
      const turn = line.current.then(async () => {
        setState({ kind: 'saving' })
        const answer = await answerOf(() => save(values, revision.current))
        if (!answer.ok) {
          const stands = stateOf(answer)
          isHalted.current = stands.kind === 'changed'
          setState(stands)
          for (const [field, code] of Object.entries(answer.fields))
            methods.setError(field as Path<PracticeDraft>, { type: 'code', message: code })
          return answer
        }
        revision.current = answer.data.revision
        methods.clearErrors()
        // What is saved is nothing to be warned about on leaving, unless more was typed on the way.
        const isAll = JSON.stringify(methods.getValues()) === sent
        if (isAll) methods.reset(methods.getValues(), { keepValues: true })
        setState(isAll ? { kind: 'saved', at: answer.data.savedAt } : { kind: 'unsaved' })
        return answer
      })
      line.current = turn
      return turn
    },
    [methods, save],
  )

  /** One of the two texts was chosen: the next save names the revision that it was chosen against. */
  const settle = useCallback(
    ({ revision: newer }: Conflict, values: PracticeDraft) => {
      revision.current = newer
      isHalted.current = false
      return saveNow(values)
    },
    [saveNow],
  )

  useEffect(() => {
    const stop = methods.watch((_values, { name }) => {
      // Without a name nobody typed: the form was set.
      if (name === undefined || isHalted.current) return
      setState({ kind: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(methods.getValues()), quietMilliseconds)
    })
    return () => {
      clearTimeout(timer.current)
      stop.unsubscribe()
    }
  }, [methods, saveNow])

  return { state, saveNow, settle }
}
