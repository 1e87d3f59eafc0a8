import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { LeadComparison } from '@/components/leads/lead-comparison'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { requireActor } from '@/lib/access/session'
import { listComparedLeads } from '@/lib/alliances/candidate-queries'
import { comparedRange } from '@/lib/alliances/rules'
import { canAppointLead } from '@/lib/alliances/policy'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../year'
import { withTurnout } from './turnout'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('memberships.compare.title')

export default async function CompareLeadsPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(`${path}/compare`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canAppointLead(actor, alliance)) notFound()
  const ids = [(await searchParams)['firm'] ?? []].flat()
  const isMeant = ids.length >= comparedRange.from && ids.length <= comparedRange.to
  const [t, common, firms] = await Promise.all([
    getTranslations('memberships.compare'),
    getTranslations('common'),
    isMeant ? listComparedLeads(actor, alliance.id, ids) : [],
  ])
  const back = <ButtonLink href={`${path}#candidates`}>{t('back')}</ButtonLink>

  return (
    <Section
      title={t('title')}
      actions={
        <>
          <ClauseChip clause="3-1" />
          {back}
          {firms.length > 1 && <PrintButton label={common('print')} />}
        </>
      }
    >
      {firms.length > 1 ? (
        <LeadComparison
          rows={await withTurnout(actor, slug, firms)}
          year={Number(actor.today.slice(0, 4))}
          today={actor.today}
          path={path}
        />
      ) : (
        <EmptyState kind="nothing" title={t('chooseFew', comparedRange)} action={back} />
      )}
    </Section>
  )
}
