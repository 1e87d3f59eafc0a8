'use client'

import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import { Button, ButtonLink } from './button'

const icon = <Printer aria-hidden className="size-4" />

/** Where a link that asks for paper leads: the page prints itself, once, as soon as it is there. */
const mark = '#print'

export function PrintButton({ label }: { label: string }) {
  useEffect(() => {
    if (window.location.hash !== mark) return
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
    window.print()
  }, [])
  return (
    <Button onClick={() => window.print()} icon={icon}>
      {label}
    </Button>
  )
}

/** Prints the page at `href`, which has a `PrintButton`: the whole of what stands here in part. */
export function PrintLink({ label, href }: { label: string; href: string }) {
  return (
    <ButtonLink href={`${href}${mark}`} icon={icon}>
      {label}
    </ButtonLink>
  )
}
