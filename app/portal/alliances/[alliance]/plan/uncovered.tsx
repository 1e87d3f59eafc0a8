import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { listUncoveredYears } from '@/lib/settings/holiday-queries'

/** Says that the holidays of a year are not known, so that only weekends are taken for days off. */
export async function Uncovered({ year }: { year: number }) {
  const [t, uncovered] = await Promise.all([getTranslations('plans.month'), listUncoveredYears([year])])
  if (uncovered.length === 0) return null
  return <Banner tone="warning">{t('uncovered', { year: String(year) })}</Banner>
}
