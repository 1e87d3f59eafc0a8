import { getLocale, getTranslations } from 'next-intl/server'
import { fromDate } from '@/lib/core/clock'
import type { Compared } from '@/lib/duplicates/queries'
import { formatDay } from '@/lib/text/format'

export type ComparisonLine = { label: string; values: [string | number, string | number] }

/** What two entries say, line by line, in words. */
export async function comparisonLines(first: Compared, second: Compared): Promise<ComparisonLine[]> {
  const [t, field, kind, locale] = await Promise.all([
    getTranslations('duplicates'),
    getTranslations('imports.field'),
    getTranslations('enterprises.businessKind'),
    getLocale(),
  ])
  const isEnglish = locale === 'en'
  const text = (value: string | null) => (value ? value : t('blank'))
  const many = (values: string[]) => (values.length > 0 ? values.join(isEnglish ? ', ' : '、') : t('none'))
  const line = (label: string, of: (side: Compared) => string | number): ComparisonLine => ({
    label,
    values: [of(first), of(second)],
  })
  return [
    line(field('name'), ({ name }) => name),
    line(field('establishment'), ({ establishment }) => text(establishment)),
    line(field('creditCode'), ({ creditCode }) => creditCode),
    line(field('jurisdiction'), ({ jurisdiction }) => (isEnglish ? jurisdiction.nameEn : jurisdiction.shortName)),
    line(field('address'), ({ address }) => text(address)),
    line(field('businessKind'), ({ businessKind }) => kind(businessKind)),
    line(field('licenceNumber'), ({ licences }) => many(licences)),
    line(field('principalName'), ({ principalName }) => text(principalName)),
    line(field('safetyLeadName'), ({ safetyLeadName }) => text(safetyLeadName)),
    line(field('alliances'), ({ alliances }) => many(alliances.map((one) => (isEnglish ? one.nameEn : one.name)))),
    line(t('mandates'), ({ counts }) => counts.mandates),
    line(t('registrations'), ({ counts }) => counts.registrations),
    line(t('attendances'), ({ counts }) => counts.attendances),
    line(t('state'), ({ closedOn }) =>
      closedOn ? t('isClosed', { day: formatDay(locale, fromDate(closedOn)) }) : t('isOpen'),
    ),
  ]
}
