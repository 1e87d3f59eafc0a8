import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import type { PracticeRow } from '@/lib/practices/list-queries'

/** Public practices: what they are about, whose, and how many use them. */
export async function PracticeLines({ rows }: { rows: PracticeRow[] }) {
  const t = await getTranslations('practices')
  if (rows.length === 0)
    return (
      <p className="rounded-md border border-dashed bg-surface px-3 py-4 text-sm text-muted">{t('public.empty')}</p>
    )
  return (
    <ul className="rounded-md border bg-surface text-sm">
      {rows.map((row) => (
        <li key={row.id} className="border-b last:border-b-0">
          <Link
            href={`/practices/${row.id}`}
            prefetch={false}
            className="flex min-h-8 items-center gap-2 px-3 py-1 hover:text-primary pointer-coarse:min-h-(--target)"
          >
            <AllianceBadge alliance={row.alliance} />
            <span className="min-w-0 flex-1">{row.title}</span>
            <span className="shrink-0 text-muted">{t('detail.adopted', { count: String(row.adoptedCount) })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
