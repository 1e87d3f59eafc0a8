'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page anew when what it shows has run out; `of` is what it shows. */
export function Renewal({ milliseconds, of }: { milliseconds: number; of: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), milliseconds + 200)
    // Without an answer (the hall's network) it goes on asking.
    const again = setInterval(() => router.refresh(), 10_000)
    return () => {
      clearTimeout(timer)
      clearInterval(again)
    }
  }, [milliseconds, of, router])
  return null
}
