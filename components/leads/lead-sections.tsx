import { useTranslations } from 'next-intl'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import type { LeadCandidate } from '@/lib/alliances/candidate-queries'
import type { CandidateOrder } from '@/lib/alliances/rules'
import type { LeadPeriod } from '@/lib/alliances/standing-queries'
import { LeadCandidates } from './lead-candidates'
import { CurrentLead, LeadPeriods } from './lead-periods'

type Props = {
  lead: LeadPeriod | null
  periods: LeadPeriod[]
  candidates: LeadCandidate[]
  order: CandidateOrder
  path: string
  /** The day as of which it is told. */
  day: string
  mayAppoint: boolean
  mayEnd: boolean
}

/** Who leads, who might, and who did. */
export function LeadSections({ lead, periods, candidates, order, path, day, mayAppoint, mayEnd }: Props) {
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
          <CurrentLead period={lead} today={day} />
        ) : (
          <EmptyState kind="nothing" title={t('none')} text={t('noneText')} action={appoint} />
        )}
      </Section>
      {candidates.length > 0 && (
        <div id="candidates">
          <Section title={t('candidates')}>
            <p className="text-muted">{t('candidatesText')}</p>
            <LeadCandidates candidates={candidates} path={path} order={order} />
          </Section>
        </div>
      )}
      {periods.length > 0 && (
        <Section title={t('periods')}>
          <LeadPeriods periods={periods} recordPath={mayAppoint ? `${path}/decisions` : null} />
        </Section>
      )}
    </>
  )
}
