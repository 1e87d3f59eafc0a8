'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = { summary: ReactNode; label?: string; summaryClass?: string; className?: string; children: ReactNode }

/**
 * A menu that opens without script, because it is `<details>`; script only adds what people expect: Escape, a press
 * outside and a change of page close it.
 */
export function Disclosure({ summary, label, summaryClass, className, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const pathname = usePathname()

  useEffect(() => {
    if (details.current) details.current.open = false
  }, [pathname])

  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      const element = details.current
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      const element = details.current
      if (event.key !== 'Escape' || !element?.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [])

  return (
    <details ref={details} className={className ?? 'relative'}>
      <summary aria-label={label} title={label} className={summaryClass}>
        {summary}
      </summary>
      {children}
    </details>
  )
}
