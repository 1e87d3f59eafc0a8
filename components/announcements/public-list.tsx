import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { PublicAnnouncement } from '@/lib/announcements/list-queries'
import { formatDayOfInstant } from '@/lib/text/format'

/** Public announcements by date, as links. */
export async function PublicAnnouncements({ rows }: { rows: PublicAnnouncement[] }) {
  const [t, locale] = await Promise.all([getTranslations('announcements'), getLocale()])
  if (rows.length === 0)
    return <p className="rounded-md border border-dashed bg-surface px-3 py-4 text-sm text-muted">{t('public.none')}</p>
  return (
    <ul className="rounded-md border bg-surface text-sm">
      {rows.map((row) => (
        <li key={row.id} className="border-b last:border-b-0">
          <Link
            href={`/announcements/${row.id}`}
            prefetch={false}
            className="flex min-h-8 flex-wrap items-center gap-x-2 px-3 py-1 hover:text-primary pointer-coarse:min-h-(--target)"
          >
            {row.isPinned && <Badge tone="primary">{t('list.pinned')}</Badge>}
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">{row.title}</span>
            <time dateTime={row.publishAt.toISOString()} className="shrink-0 text-muted">
              {formatDayOfInstant(locale, row.publishAt)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}
