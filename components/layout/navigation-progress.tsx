'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

const patienceMilliseconds = 150

/**
 * A line at the top while the next page is on its way. In place of `loading.tsx`: that would send the status 200 before a
 * page can say that it does not exist.
 */
export function NavigationProgress({ label }: { label: string }) {
  const address = `${usePathname()}?${useSearchParams()}`
  const [leaving, setLeaving] = useState<string | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const anchor = event.target instanceof Element ? event.target.closest('a') : null
      if (!anchor || anchor.target || anchor.download || anchor.origin !== location.origin) return
      // With script it opens something here, and leads away only without.
      if (anchor.hasAttribute('aria-haspopup')) return
      if (anchor.pathname.startsWith('/api/') || `${anchor.pathname}?${new URLSearchParams(anchor.search)}` === address)
        return
      clearTimeout(timer)
      timer = setTimeout(() => setLeaving(address), patienceMilliseconds)
    }
    document.addEventListener('click', onClick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('click', onClick)
    }
  }, [address])

  if (leaving !== address) return null
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden bg-primary-soft">
      <span className="sr-only">{label}</span>
      <div aria-hidden className="progress-line h-full w-1/3 bg-primary" />
    </div>
  )
}
