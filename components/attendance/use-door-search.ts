import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { isReachable } from '@/components/layout/reachable'
import type { DeskQueue } from './use-desk-queue'

const pauseMilliseconds = 200

/**
 * What is typed, and the search for it after a short pause. Only while the portal answers: a page that is asked for in vain
 * would be left, with all that it still can do.
 */
export function useDoorSearch(path: string, query: string, { isOffline, noteSilence }: DeskQueue) {
  const router = useRouter()
  const [text, setText] = useState(query)
  const [isSearching, startTransition] = useTransition()

  const search = (typed: string) => {
    const asked = typed.trim()
    if (asked === query || isOffline) return
    startTransition(async () => {
      if (!(await isReachable())) return noteSilence()
      startTransition(() => router.replace(asked ? `${path}?q=${encodeURIComponent(asked)}` : path, { scroll: false }))
    })
  }

  useEffect(() => {
    const asked = text.trim()
    if (asked === query) return
    const timer = setTimeout(() => search(asked), pauseMilliseconds)
    return () => clearTimeout(timer)
    // Only what is typed starts a search, and the end of a silence: an answer must not start another one.
  }, [text, isOffline])

  return { text, setText, search, isSearching }
}
