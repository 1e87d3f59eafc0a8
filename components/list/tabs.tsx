import Link from 'next/link'

export type Tab = { href: string; label: string; count?: string; isCurrent: boolean }

/** Tabs are addresses: each can be opened, sent and gone back to. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="no-print overflow-x-auto border-b">
      <ul className="flex gap-1 text-sm">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className="-mb-px flex min-h-10 items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-muted hover:text-primary aria-[current=page]:border-primary aria-[current=page]:font-bold aria-[current=page]:text-ink pointer-coarse:min-h-(--target)"
            >
              {tab.label}
              {tab.count && <span className="font-normal text-muted">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
