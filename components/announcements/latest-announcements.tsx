import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import type { AnnouncementRow } from '@/lib/announcements/list-queries'
import { AnnouncementLines } from './announcement-lines'

/** The latest few on a home page; nothing at all where there is none. */
export async function LatestAnnouncements({ rows }: { rows: AnnouncementRow[] }) {
  const t = await getTranslations('announcements')
  if (rows.length === 0) return null
  return (
    <Section
      title={t('title')}
      actions={
        <Link
          href="/portal/announcements"
          prefetch={false}
          className="link inline-flex min-h-6 items-center text-sm pointer-coarse:min-h-9"
        >
          {t('list.more')}
        </Link>
      }
    >
      <AnnouncementLines rows={rows} isShort />
    </Section>
  )
}
