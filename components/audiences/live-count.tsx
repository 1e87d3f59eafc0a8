'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { AudienceCount } from '@/lib/audiences/queries'
import { searchOf } from '@/lib/audiences/rules'
import type { Thought } from '@/lib/audiences/schema'
import { formatNumber } from '@/lib/text/format'

const pauseMilliseconds = 250

type Props = {
  /** A handler that answers an `AudienceCount` to a choice. */
  source: string
  first: AudienceCount
  whole: (values: Thought) => Thought
}

/** How many the choice would meet: asked of the server a moment after each change, as the invitation itself would ask. */
export function LiveCount({ source, first, whole }: Props) {
  const t = useTranslations('audiences')
  const { count, isStale } = useCount(source, first, whole)
  return (
    <div role="status" className="sticky bottom-0 z-10 flex flex-col border-t bg-page py-2 text-sm">
      <p className={`text-base font-bold tabular-nums ${isStale ? 'text-muted' : ''}`}>
        {count && (count.people > 0 ? t('count', shown(count)) : t('nobody'))}
        {!count && t('uncounted')}
      </p>
      {count && count.unreached > 0 && <p className="text-muted">{t('unreached', { count: count.unreached })}</p>}
    </div>
  )
}

const shown = ({ people, enterprises }: AudienceCount) => ({
  people: formatNumber(people),
  enterprises: formatNumber(enterprises),
})

function useCount(source: string, first: AudienceCount, whole: Props['whole']) {
  const { watch, getValues } = useFormContext<Thought>()
  const [count, setCount] = useState<AudienceCount | null>(first)
  const [isStale, setStale] = useState(false)
  // The form draws itself anew with the first change; that must not call off the question it has just caused.
  const asThought = useRef(whole)
  useEffect(() => {
    asThought.current = whole
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked: AbortController | undefined
    const ask = async (signal: AbortSignal) => {
      const answer = await fetch(`${source}?${searchOf(asThought.current(getValues()))}`, { signal }).catch(() => null)
      if (signal.aborted) return
      setCount(answer?.ok ? ((await answer.json()) as AudienceCount) : null)
      setStale(false)
    }
    const stop = watch((_values, { name }) => {
      if (name === undefined) return
      clearTimeout(timer)
      asked?.abort()
      const asking = new AbortController()
      asked = asking
      setStale(true)
      timer = setTimeout(() => void ask(asking.signal), pauseMilliseconds)
    })
    return () => {
      clearTimeout(timer)
      asked?.abort()
      stop.unsubscribe()
    }
  }, [source, watch, getValues])

  return { count, isStale }
}
