import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { PublicAnnouncements } from '@/components/announcements/public-list'
import { PracticeLines } from '@/components/public/practice-lines'
import type { PublicAnnouncement } from '@/lib/announcements/list-queries'
import type { PracticeRow } from '@/lib/practices/list-queries'

/** What is new for everybody: announcements, where there are any, and practices. */
export async function HomeNews({
  announcements,
  practices,
}: {
  announcements: PublicAnnouncement[]
  practices: PracticeRow[]
}) {
  const t = await getTranslations('public.home')
  return (
    <>
      {announcements.length > 0 && (
        <>
          <Heading title={t('announcements')} href="/announcements" all={t('announcementsAll')} />
          <PublicAnnouncements rows={announcements} />
        </>
      )}
      <Heading title={t('practices')} href="/practices" all={t('practicesAll')} />
      <PracticeLines rows={practices} />
    </>
  )
}

const Heading = ({ title, href, all }: { title: string; href: string; all: string }) => (
  <h2 className="mt-3 flex flex-wrap items-center justify-between gap-2 text-base">
    {title}
    <Link href={href} prefetch={false} className="link inline-flex min-h-6 text-sm font-normal">
      {all}
    </Link>
  </h2>
)
