import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'

/** Says which years the table of holidays knows nothing of. */
export async function UncoveredBanner({ years }: { years: number[] }) {
  const t = await getTranslations('settings.holidays')
  const [first] = years
  if (first === undefined) return null
  return (
    <Banner tone="warning">
      {t('uncovered', { years: years.map((year) => t('yearsOf', { year: String(year) })).join('、') })}{' '}
      <Link
        href={`/portal/settings/holidays?year=${first}`}
        prefetch={false}
        className="link underline underline-offset-2"
      >
        {t('toTable')}
      </Link>
    </Banner>
  )
}
