'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isReachable } from './reachable'

/**
 * Asks for the page anew when what it shows has run out; `of` is what it shows. Only while the portal answers: a page that
 * is asked for in vain is left, and the browser's own "no connection" would stand in the hall.
 */
export function Renewal({ milliseconds, of }: { milliseconds: number; of: string }) {
  const router = useRouter()
  useEffect(() => {
    const renew = async () => {
      if (await isReachable()) router.refresh()
    }
    const timer = setTimeout(renew, milliseconds + 200)
    // Without an answer (the hall's network) it goes on asking.
    const again = setInterval(renew, 10_000)
    return () => {
      clearTimeout(timer)
      clearInterval(again)
    }
  }, [milliseconds, of, router])
  return null
}
