import { notFound } from 'next/navigation'
import { LeadSections } from '@/components/leads/lead-sections'
import { requireActor } from '@/lib/access/session'
import { canAppointLead, canEndLead } from '@/lib/alliances/policy'
import { currentLead, listLeadCandidates, listLeadPeriods } from '@/lib/alliances/standing-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }> }

export const generateMetadata = pageTitle('alliances.tabs.lead')

export default async function LeadPage({ params }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const [periods, candidates] = await Promise.all([
    listLeadPeriods(actor, alliance.id),
    listLeadCandidates(actor, alliance.id),
  ])

  return (
    <LeadSections
      lead={currentLead(periods, actor.today)}
      periods={periods}
      candidates={candidates}
      path={path}
      today={actor.today}
      mayAppoint={canAppointLead(actor, alliance)}
      mayEnd={canEndLead(actor, alliance)}
    />
  )
}
