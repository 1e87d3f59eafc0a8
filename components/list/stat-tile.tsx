import Link from 'next/link'
import { type ReactNode } from 'react'

type Props = { label: string; value: string; href: string; note?: ReactNode; tone?: 'plain' | 'warning' }

/** A figure. Always a link to the list behind it, which counts the same. */
export function StatTile({ label, value, href, note, tone = 'plain' }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={`group flex min-w-0 flex-col gap-0.5 rounded-md border bg-surface p-4 hover:border-primary print:p-2 ${tone === 'warning' ? 'border-l-4 border-l-warning' : ''}`}
    >
      <span className="text-sm text-muted">{label}</span>
      <span className="text-2xl font-bold group-hover:text-primary">{value}</span>
      {note && <span className="text-xs text-muted">{note}</span>}
    </Link>
  )
}
