import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { hrefWith } from '@/components/list/href'
import { Heads } from '@/components/ui/table'
import { formatStamp } from '@/lib/text/format'

/** The frame of both lists: rows of several lines, cards on a phone. */
export function TrailTable({ label, heads, children }: { label: string; heads: string[]; children: ReactNode }) {
  return (
    <div className="ledger-frame ledger-scroll print-whole" role="region" aria-label={label} tabIndex={0}>
      <table className="ledger ledger-cards">
        <Heads heads={heads} />
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export const Cell = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <td className={`align-top leading-6 sm:py-1.5 ${className}`}>{children}</td>
)

export const TimeCell = ({ at }: { at: Date }) => (
  <Cell className="tabular-nums">
    <time dateTime={at.toISOString()}>{formatStamp(at)}</time>
  </Cell>
)

type Person = { actorId: string | null; actorName: string; actorHat: string }

/** Who, and under which hat. The name narrows the list to what this person did. */
export async function PersonCell({ path, person }: { path: string; person: Person }) {
  const t = await getTranslations('audit')
  const { actorId, actorName, actorHat } = person
  return (
    <Cell className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-2">
      {actorId ? (
        <Link
          href={hrefWith(path, {}, { actor: actorId })}
          prefetch={false}
          title={t('only.ofActor', { name: actorName })}
          className="inline-block"
        >
          {actorName}
        </Link>
      ) : (
        <span className="text-muted">{actorName || t('nobody')}</span>
      )}
      {actorHat && <span className="block max-w-56 whitespace-normal text-muted sm:min-w-32">{actorHat}</span>}
    </Cell>
  )
}
