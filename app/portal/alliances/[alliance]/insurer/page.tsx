import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { GapBanner } from '@/components/alliances/overview-sections'
import { ClauseChip } from '@/components/layout/clause-chip'
import { CoverList } from '@/components/handovers/cover-list'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { InsurerPeriods } from '@/components/insurers/insurer-periods'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canAppointInsurer } from '@/lib/alliances/policy'
import { uncoveredInYear } from '@/lib/alliances/coverage-rules'
import { listInsurerPeriods } from '@/lib/alliances/standing-queries'
import { listCovers } from '@/lib/handovers/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }> }

export const generateMetadata = pageTitle('alliances.tabs.insurer')

export default async function InsurerPage({ params }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/insurer`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const [t, periods, covers] = await Promise.all([
    getTranslations('memberships.insurer'),
    listInsurerPeriods(actor, alliance.id),
    listCovers(actor, alliance.id),
  ])
  const mayManage = canAppointInsurer(actor, alliance)
  const year = Number(actor.today.slice(0, 4))
  const appoint = mayManage && (
    <ButtonLink href={`${path}/appoint`} variant="primary">
      {t('appoint')}
    </ButtonLink>
  )

  return (
    <Section
      title={t('title')}
      actions={
        <>
          <ClauseChip clause="3-1" />
          <ClauseChip clause="4-1" />
          {periods.length > 0 && appoint}
        </>
      }
    >
      <GapBanner gaps={uncoveredInYear(periods, year)} year={year} />
      {periods.length === 0 ? (
        <EmptyState kind="nothing" title={t('none')} text={t('noneText')} action={appoint} />
      ) : (
        <InsurerPeriods periods={periods} today={actor.today} path={path} mayManage={mayManage} />
      )}
      {covers.length > 0 && <CoverList covers={covers} />}
    </Section>
  )
}
