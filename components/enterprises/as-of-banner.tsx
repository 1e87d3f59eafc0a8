import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { formatDay } from '@/lib/text/format'

/** That the list does not show today, and the way back. */
export async function AsOfBanner({ day, resetHref }: { day: string; resetHref: string }) {
  const [t, locale] = await Promise.all([getTranslations('enterprises.list'), getLocale()])
  return (
    <Banner tone="warning">
      {t('asOfText', { day: formatDay(locale, day) })}{' '}
      <Link href={resetHref} prefetch={false} className="link underline underline-offset-2">
        {t('asOfReset')}
      </Link>
    </Banner>
  )
}
