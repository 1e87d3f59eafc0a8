import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/list/description-list'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { LeadPeriod } from '@/lib/alliances/standing-queries'
import { formatDay } from '@/lib/text/format'

/** Who leads today, by which decision and until when. */
export function CurrentLead({ period, today }: { period: LeadPeriod; today: string }) {
  const t = useTranslations('memberships.lead')
  const locale = useLocale()
  const { decision } = period
  const term = decision?.termEndsOn
  return (
    <DescriptionList
      columns={2}
      entries={[
        { label: t('company'), value: <b>{period.enterprise.name}</b> },
        { label: t('from'), value: formatDay(locale, period.from) },
        {
          label: t('term'),
          value: (
            <span className="flex flex-wrap items-center gap-2">
              {term ? formatDay(locale, term) : t('noTerm')}
              {term && term < today && <Badge tone="warning">{t('termOver', { day: term })}</Badge>}
            </span>
          ),
        },
        { label: t('decidedOn'), value: decision ? formatDay(locale, decision.decidedOn) : t('noDecision') },
        ...(decision
          ? [
              { label: t('decidedBy'), value: decision.decidedBy },
              { label: t('reason'), value: <p className="whitespace-pre-line">{decision.reason}</p>, isWide: true },
            ]
          : []),
      ]}
    />
  )
}

/** `recordPath`: where decisions can be read whole, for whoever decides. */
export function LeadPeriods({ periods, recordPath }: { periods: LeadPeriod[]; recordPath: string | null }) {
  const t = useTranslations('memberships.lead')
  return (
    <Table label={t('periods')} isCards>
      <thead>
        <tr>
          <Th>{t('company')}</Th>
          <Th>{t('from')}</Th>
          <Th>{t('leftOn')}</Th>
          <Th>{t('term')}</Th>
          <Th>{t('decidedBy')}</Th>
          <Th>{t('reason')}</Th>
          {recordPath && <Th>{t('record')}</Th>}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.membershipId}>
            <td className="t">{period.enterprise.name}</td>
            <LabelledTd label={t('from')}>{period.from}</LabelledTd>
            <LabelledTd label={t('leftOn')}>{period.leftOn ?? '—'}</LabelledTd>
            <LabelledTd label={t('term')}>{period.decision?.termEndsOn ?? t('noTerm')}</LabelledTd>
            <LabelledTd label={t('decidedBy')}>{period.decision?.decidedBy ?? '—'}</LabelledTd>
            <LabelledTd label={t('reason')} className="l">
              {period.decision?.reason ?? '—'}
            </LabelledTd>
            {recordPath && (
              <td>
                {period.decision && (
                  <Link href={`${recordPath}/${period.membershipId}`} prefetch={false}>
                    {t('record')}
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
