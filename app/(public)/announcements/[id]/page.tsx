import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AnnouncementFiles } from '@/components/announcements/announcement-files'
import { AnnouncementText } from '@/components/announcements/announcement-text'
import { authorName } from '@/components/announcements/office-name'
import { visitor } from '@/lib/access/session'
import { getPublicAnnouncement } from '@/lib/announcements/queries'
import { formatInstant } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('announcements.public.title')

export default async function PublicAnnouncementPage({ params }: { params: Promise<{ id: string }> }) {
  const announcement = (await getPublicAnnouncement(await visitor(), (await params).id)) ?? notFound()
  const [t, locale] = await Promise.all([getTranslations('announcements'), getLocale()])

  return (
    <article className="flex max-w-4xl flex-col gap-4">
      <Link href="/announcements" prefetch={false} className="link self-start text-sm">
        ‹ {t('public.back')}
      </Link>
      <header>
        <h1 className="text-2xl text-balance wrap-anywhere sm:text-3xl">{announcement.title}</h1>
        <p className="text-sm text-muted">
          {authorName(announcement, t('municipalBureau'))}
          {announcement.publishAt && ` · ${formatInstant(locale, announcement.publishAt)}`}
        </p>
      </header>
      <AnnouncementText body={announcement.body} />
      <AnnouncementFiles announcementId={announcement.id} files={announcement.files} />
    </article>
  )
}
