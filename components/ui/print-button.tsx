'use client'

import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from './button'

/** `startsItself`: the page was asked for in order to be printed. */
export function PrintButton({ label, startsItself = false }: { label: string; startsItself?: boolean }) {
  useEffect(() => {
    if (startsItself) window.print()
  }, [startsItself])
  return (
    <Button onClick={() => window.print()} icon={<Printer aria-hidden className="size-4" />}>
      {label}
    </Button>
  )
}
