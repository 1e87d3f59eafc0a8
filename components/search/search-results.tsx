import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { FoundAll, FoundGroup } from './found'

/** Everything that was found, group under group, each with the way to its list. */
export const SearchResults = ({ found }: { found: FoundAll }) =>
  found.groups.length === 0 ? (
    <EmptyState kind="nothing" title={found.said} />
  ) : (
    <>
      <p className="text-muted" role="status">
        {found.said}
      </p>
      {found.groups.map((group) => (
        <FoundSection key={group.kind} group={group} />
      ))}
    </>
  )

const FoundSection = ({ group: { title, items, more } }: { group: FoundGroup }) => (
  <Section
    title={title}
    actions={
      more?.href && (
        <Link href={more.href} prefetch={false} className="link inline-flex min-h-6 items-center text-sm">
          {more.label}
        </Link>
      )
    }
  >
    <ul className="divide-y rounded-md border bg-surface">
      {items.map(({ href, label, hint }) => (
        <li key={href} className="flex flex-wrap items-center gap-x-4 px-3 py-1">
          <Link href={href} prefetch={false} className="link inline-flex min-h-8 items-center">
            {label}
          </Link>
          {hint && <span className="text-xs text-muted">{hint}</span>}
        </li>
      ))}
    </ul>
    {more && !more.href && <p className="text-muted">{more.label}</p>}
  </Section>
)
