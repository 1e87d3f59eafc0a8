'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode } from 'react'

/** A plain GET form; with script it changes the page without loading it anew, and leaves blank fields out of the address. */
export function FilterForm({ path, label, children }: { path: string; label: string; children: ReactNode }) {
  const router = useRouter()

  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].filter(
      ([, value]) => typeof value === 'string' && value !== '',
    )
    const params = new URLSearchParams(entries.map(([name, value]) => [name, String(value).trim()]))
    router.push(params.size > 0 ? `${path}?${params}` : path)
  }

  return (
    <form
      action={path}
      role="search"
      aria-label={label}
      onSubmit={search}
      className="no-print flex flex-col gap-3 rounded-md border bg-surface p-3"
    >
      {children}
    </form>
  )
}
