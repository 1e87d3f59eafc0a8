import { useTranslations } from 'next-intl'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import type { LeadCandidate, LeadPeriod } from '@/lib/alliances/standing-queries'
import { LeadCandidates } from './lead-candidates'
import { CurrentLead, LeadPeriods } from './lead-periods'

type Props = {
  lead: LeadPeriod | null
  periods: LeadPeriod[]
  candidates: LeadCandidate[]
  path: string
  today: string
  mayAppoint: boolean
  mayEnd: boolean
}

/** Who leads, who might, and who did. */
export function LeadSections({ lead, periods, candidates, path, today, mayAppoint, mayEnd }: Props) {
  const t = useTranslations('memberships.lead')
  const appoint = mayAppoint && (
    <ButtonLink href={`${path}/appoint`} variant="primary">
      {t('appointTitle')}
    </ButtonLink>
  )
  return (
    <>
      <Section
        title={t('current')}
        actions={
          <>
            <ClauseChip clause="3-1" />
            {lead && mayEnd && <ButtonLink href={`${path}/end`}>{t('end')}</ButtonLink>}
            {lead && appoint}
          </>
        }
      >
        {lead ? (
          <CurrentLead period={lead} today={today} />
        ) : (
          <EmptyState kind="nothing" title={t('none')} text={t('noneText')} action={appoint} />
        )}
      </Section>
      {candidates.length > 0 && (
        <Section title={t('candidates')}>
          <p className="text-muted">{t('candidatesText')}</p>
          <LeadCandidates candidates={candidates} path={path} />
        </Section>
      )}
      {periods.length > 0 && (
        <Section title={t('periods')}>
          <LeadPeriods periods={periods} />
        </Section>
      )}
    </>
  )
}
