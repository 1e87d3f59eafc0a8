import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { FilterBar } from '@/components/list/filter-bar'
import { formatDay } from '@/lib/text/format'

/** Says that what stands below is another day's, and leads back to today. */
export async function AsOfBanner({ asOf, today, resetHref }: { asOf: string; today: string; resetHref: string }) {
  const [t, locale] = await Promise.all([getTranslations('alliances.asOf'), getLocale()])
  if (asOf === today) return null
  return (
    <Banner tone="warning">
      {t('note', { day: formatDay(locale, asOf) })}{' '}
      <Link href={resetHref} prefetch={false} className="link font-bold">
        {t('reset')}
      </Link>
    </Banner>
  )
}

/** Asks a page for another day. */
export async function AsOfBar({ path, asOf, today }: { path: string; asOf: string; today: string }) {
  const t = await getTranslations('alliances.asOf')
  return (
    <>
      <FilterBar path={path} query={{ asOf }} fields={[{ name: 'asOf', type: 'date', label: t('day') }]} />
      <AsOfBanner asOf={asOf} today={today} resetHref={path} />
    </>
  )
}
