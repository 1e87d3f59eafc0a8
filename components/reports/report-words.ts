import { getLocale, getTranslations } from 'next-intl/server'
import type { ReportPlaces } from '@/lib/reports/place-queries'
import type { ReportFilter } from '@/lib/reports/schema'
import { nameIn } from '@/lib/text/locale'

/** 2026年, or a quarter of it. */
export async function periodOf({ year, quarter }: Pick<ReportFilter, 'year' | 'quarter'>): Promise<string> {
  const t = await getTranslations('reports')
  return quarter
    ? t('periodQuarter', { year: String(year), quarter: String(quarter) })
    : t('periodYear', { year: String(year) })
}

/** Of which jurisdictions, alliances and enterprises the report speaks: what the viewer reads, narrowed by the filters. */
export async function scopeOf(filter: ReportFilter, { alliances, jurisdictions }: ReportPlaces): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('reports'), getLocale()])
  const [place] =
    jurisdictions.length === 1 ? jurisdictions : jurisdictions.filter(({ key }) => key === filter.jurisdiction)
  const [alliance] = alliances.length === 1 ? alliances : alliances.filter(({ key }) => key === filter.alliance)
  const all = alliances.length > 3 ? t('allAlliances') : alliances.map((one) => nameIn(locale, one)).join(t('and'))
  const parts = [
    place ? nameIn(locale, { ...place, name: place.shortName }) : t('allJurisdictions'),
    alliance ? nameIn(locale, alliance) : all,
    filter.isNeverOnly && t('filter.neverOnly'),
    filter.isTrainedOnly && t('filter.trainedOnly'),
  ]
  return parts.filter(Boolean).join(' · ')
}
