import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { dayOf } from '@/lib/core/clock'
import type { Tombstone as Gone } from '@/lib/practices/queries'
import { formatDay } from '@/lib/text/format'

/** That something was here and is gone: no name, no words, no file of it. */
export async function Tombstone({ gone, backHref }: { gone: Gone; backHref: string }) {
  const [t, locale] = await Promise.all([getTranslations('practices.tombstone'), getLocale()])
  return (
    <div className="flex flex-col items-start gap-2">
      <h1 className="text-xl sm:text-2xl">{t('title')}</h1>
      <p className="text-muted">{t('on', { day: formatDay(locale, dayOf(gone.withdrawnAt)) })}</p>
      {gone.reason && <p>{t('reason', { reason: gone.reason })}</p>}
      <Link href={backHref} prefetch={false} className="link">
        {t('back')}
      </Link>
    </div>
  )
}
