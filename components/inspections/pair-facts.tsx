import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import type { PairDetail } from '@/lib/inspections/queries'
import { formatRange } from '@/lib/text/format'

/** Who inspects whom, when, and what is looked at; who reads what was found. */
export async function PairFacts({ pair }: { pair: PairDetail }) {
  const [t, locale] = await Promise.all([getTranslations('inspections'), getLocale()])
  const { inspector, inspected, scope, activity } = pair
  return (
    <Section title={t('pairs')}>
      <DescriptionList
        entries={[
          { label: t('inspector'), value: inspector.name },
          { label: t('inspected'), value: inspected.name },
          { label: t('time'), value: formatRange(locale, activity.startsAt, activity.endsAt) },
          { label: t('place'), value: activity.place },
          { label: t('scope'), value: scope, isWide: true },
        ]}
      />
      <p className="max-w-4xl border-l-4 border-l-warning pl-3 text-sm">{t('confidential')}</p>
    </Section>
  )
}
