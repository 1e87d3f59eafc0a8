import { useEffect, useState } from 'react'
import type { FoundAll } from './found'

const pauseMilliseconds = 150
const lettersMin = 2

type Problem = 'short' | 'failed' | 'signedOut'
type Answer = { query: string; found: FoundAll | null; problem: Problem | null }

export type SearchState = 'idle' | 'searching' | 'done' | Problem

/**
 * What the server finds for a text, asked after a short pause; a request that nobody waits for any more is given up.
 * While it searches, what was found before stays in sight.
 */
export function useFound(text: string): { state: SearchState; found: FoundAll | null } {
  const [answer, setAnswer] = useState<Answer>({ query: '', found: null, problem: null })
  const query = text.trim()
  const isAsking = [...query].length >= lettersMin

  useEffect(() => {
    if (!isAsking) return
    const request = new AbortController()
    const timer = setTimeout(async () => {
      const answered = await ask(query, request.signal)
      if (!request.signal.aborted) setAnswer({ query, ...answered })
    }, pauseMilliseconds)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [query, isAsking])

  if (!isAsking) return { state: query === '' ? 'idle' : 'short', found: null }
  if (answer.query !== query) return { state: 'searching', found: answer.found }
  return { state: answer.problem ?? 'done', found: answer.found }
}

async function ask(query: string, signal: AbortSignal): Promise<Pick<Answer, 'found' | 'problem'>> {
  try {
    const answer = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal })
    if (answer.status === 404) return { found: null, problem: 'signedOut' }
    if (!answer.ok) return { found: null, problem: 'failed' }
    const found = (await answer.json()) as FoundAll | null
    return { found, problem: found ? null : 'short' }
  } catch {
    return { found: null, problem: 'failed' }
  }
}
