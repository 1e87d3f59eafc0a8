import { getLocale, getTranslations } from 'next-intl/server'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { PrintButton } from '@/components/ui/print-button'
import type { LeadRecord as Row } from '@/lib/alliances/candidate-queries'
import { fromDate } from '@/lib/core/clock'
import { formatDay } from '@/lib/text/format'

/** A decision on a lead as it goes into the files: who, from when until when, why, by whom, and who stepped aside. */
export async function LeadRecord({ record, alliance }: { record: Row; alliance: string }) {
  const [t, common, locale] = await Promise.all([
    getTranslations('memberships.lead'),
    getTranslations('common'),
    getLocale(),
  ])
  const day = (date: Date) => formatDay(locale, fromDate(date))
  const { enterprise, membership, decidedOn, decidedBy, termEndsOn, reason, recusal } = record
  return (
    <Section
      title={t('recordTitle')}
      actions={
        <>
          <ClauseChip clause="3-1" />
          <PrintButton label={common('print')} />
        </>
      }
    >
      <DescriptionList
        columns={1}
        entries={[
          { label: t('alliance'), value: alliance },
          { label: t('company'), value: <b>{enterprise.name}</b> },
          { label: t('from'), value: day(membership.joinedOn) },
          { label: t('term'), value: termEndsOn ? day(termEndsOn) : t('noTerm') },
          ...(membership.leftOn ? [{ label: t('leftOn'), value: day(membership.leftOn) }] : []),
          { label: t('reason'), value: <p className="whitespace-pre-line">{reason}</p> },
          { label: t('recusal'), value: <p className="whitespace-pre-line">{recusal || t('noRecusal')}</p> },
          { label: t('decidedOn'), value: day(decidedOn) },
          { label: t('decidedBy'), value: decidedBy.name },
        ]}
      />
    </Section>
  )
}
