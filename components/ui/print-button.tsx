'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'

export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()} icon={<Printer aria-hidden className="size-4" />}>
      {label}
    </Button>
  )
}
