import { getTranslations } from 'next-intl/server'
import { PublicAnnouncements } from '@/components/announcements/public-list'
import { visitor } from '@/lib/access/session'
import { listPublicAnnouncements } from '@/lib/announcements/list-queries'
import { pageTitle } from '@/lib/text/page-title'

const most = 200

export const generateMetadata = pageTitle('announcements.public.title')

export default async function PublicAnnouncementsPage() {
  const actor = await visitor()
  const [t, { rows }] = await Promise.all([
    getTranslations('announcements.public'),
    listPublicAnnouncements(actor, most),
  ])

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div>
        <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
        <p className="text-muted">{t('lead')}</p>
      </div>
      <PublicAnnouncements rows={rows} />
    </div>
  )
}
