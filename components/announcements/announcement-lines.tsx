import { Paperclip, Pin } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { AnnouncementRow } from '@/lib/announcements/list-queries'
import { formatInstantOfYear, formatStamp } from '@/lib/text/format'
import { authorName } from './office-name'

const stateTones = { DRAFT: 'warning', SCHEDULED: 'primary', PUBLISHED: 'success', WITHDRAWN: 'neutral' } as const

type Props = { rows: AnnouncementRow[]; /** The own office's, in whatever state. */ isOwn?: boolean; isShort?: boolean }

/** Announcements as lines: whether they were noted, what they are called, whose they are, and since when. */
export async function AnnouncementLines({ rows, isOwn = false, isShort = false }: Props) {
  const [t, locale] = await Promise.all([getTranslations('announcements'), getLocale()])
  const when = ({ publishAt, createdAt }: AnnouncementRow) => {
    if (!publishAt) return t('list.began', { at: formatStamp(createdAt) })
    return isShort ? formatInstantOfYear(locale, publishAt) : formatStamp(publishAt)
  }
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <span className="flex min-w-0 flex-1 basis-full items-center sm:basis-64 gap-2">
            {isOwn && <Badge tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Badge>}
            {!isOwn && !row.isNoted && <Badge tone="primary">{t('list.unread')}</Badge>}
            {row.isPinned && (
              <Pin role="img" aria-label={t('list.pinned')} className="size-3.5 shrink-0 text-primary" />
            )}
            <Link
              href={`/portal/announcements/${row.id}`}
              prefetch={false}
              className="link inline-flex min-h-6 min-w-0 items-center wrap-anywhere pointer-coarse:min-h-9"
            >
              {row.title}
            </Link>
            {row.files > 0 && (
              <Paperclip
                role="img"
                aria-label={t('list.files', { count: row.files })}
                className="size-3.5 shrink-0 text-muted"
              />
            )}
          </span>
          <span className="text-muted">
            {isOwn ? t(`audience.${row.audience}`) : authorName(row, t('municipalBureau'))}
          </span>
          <span className="text-muted sm:w-44 sm:text-right">{when(row)}</span>
        </li>
      ))}
    </ul>
  )
}
