import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import type { AnnouncementDetail } from '@/lib/announcements/queries'
import { formatDay, formatInstant, formatNumber } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'
import { authorName } from './office-name'

type Props = { announcement: AnnouncementDetail; /** For the office that wrote it. */ readers: Readers | null }

type Readers = { read: number; all: number }

/** Whose it is, since when, and for whom; and for its own office how it stands. */
export async function AnnouncementFacts({ announcement, readers }: Props) {
  const [t, locale] = await Promise.all([getTranslations('announcements.detail'), getLocale()])
  const audience = await audienceWords(announcement)
  const { publishAt, pinnedUntil, state } = announcement
  const own: Entry[] = readers
    ? [
        { label: t('author'), value: announcement.createdBy.name },
        { label: t('pinnedUntil'), value: pinnedUntil && formatDay(locale, pinnedUntil) },
        ...(announcement.toldAt || state === 'PUBLISHED'
          ? [{ label: t('readers'), value: await readersLink(announcement.id, readers) }]
          : []),
      ]
    : []
  return (
    <>
      {readers && <Standing announcement={announcement} />}
      <DescriptionList
        entries={[
          {
            label: t('office'),
            value: authorName(announcement, (await getTranslations('announcements'))('municipalBureau')),
          },
          {
            label: state === 'SCHEDULED' ? t('scheduledAt') : t('publishedAt'),
            value: publishAt && formatInstant(locale, publishAt),
          },
          { label: t('audience'), value: audience, isWide: true },
          ...own,
        ]}
      />
    </>
  )
}

async function readersLink(id: string, { read, all }: Readers) {
  const t = await getTranslations('announcements.detail')
  if (all === 0) return t('noFirms')
  return (
    <Link href={`/portal/announcements/${id}/readers`} prefetch={false} className="link">
      {t('readersLink', { read: formatNumber(read), all: formatNumber(all) })}
    </Link>
  )
}

async function audienceWords({ audience, addressees }: AnnouncementDetail): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('announcements.audience'), getLocale()])
  const names = addressees.map(({ jurisdiction, alliance }) =>
    nameIn(locale, jurisdiction ?? alliance ?? { name: '', nameEn: '' }),
  )
  if (names.length === 0) return t(audience)
  return locale === 'en' ? `${t(audience)}: ${names.join(', ')}` : `${t(audience)}：${names.join('、')}`
}

async function Standing({
  announcement: { state, publishAt, withdrawnAt, withdrawReason },
}: {
  announcement: AnnouncementDetail
}) {
  const [t, locale] = await Promise.all([getTranslations('announcements.detail'), getLocale()])
  if (withdrawnAt)
    return (
      <Banner tone="warning">
        {t('withdrawn', { at: formatInstant(locale, withdrawnAt), reason: withdrawReason })}
      </Banner>
    )
  if (state === 'DRAFT') return <Banner>{t('draft')}</Banner>
  if (state === 'SCHEDULED' && publishAt)
    return <Banner>{t('scheduled', { at: formatInstant(locale, publishAt) })}</Banner>
  return null
}
