'use client'

import { Maximize, Minimize } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = { of: string; label: string; leaveLabel: string }

/** Shows one part of the page on the whole screen, for the projector of a hall. */
export function FullScreenButton({ of, label, leaveLabel }: Props) {
  const [isFull, setFull] = useState(false)

  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])

  const press = () => (isFull ? document.exitFullscreen() : document.getElementById(of)?.requestFullscreen?.())
  const Icon = isFull ? Minimize : Maximize
  return (
    <Button size="small" variant="quiet" onClick={press} icon={<Icon aria-hidden className="size-4" />}>
      {isFull ? leaveLabel : label}
    </Button>
  )
}
