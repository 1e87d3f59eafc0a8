import { notFound } from 'next/navigation'
import { AsOfBar } from '@/components/alliances/as-of'
import { LeadSections } from '@/components/leads/lead-sections'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { listLeadCandidates } from '@/lib/alliances/candidate-queries'
import { isCandidateOrder } from '@/lib/alliances/rules'
import { canAppointLead, canEndLead } from '@/lib/alliances/policy'
import { currentLead, listLeadPeriods } from '@/lib/alliances/standing-queries'
import { pageTitle } from '@/lib/text/page-title'
import { dayOfQuery, loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.lead')

export default async function LeadPage({ params, searchParams }: Props) {
  const [{ alliance: slug }, query] = await Promise.all([params, searchParams])
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const day = dayOfQuery(query, actor)
  const isToday = day === actor.today
  const asked = queryValue(query, 'sort')
  const order = isCandidateOrder(asked) ? asked : 'standardization'
  const [periods, candidates] = await Promise.all([
    listLeadPeriods(actor, alliance.id),
    isToday ? listLeadCandidates(actor, alliance.id, order) : [],
  ])

  return (
    <>
      <AsOfBar path={path} asOf={day} today={actor.today} />
      <LeadSections
        lead={currentLead(periods, day)}
        periods={isToday ? periods : periods.filter(({ from }) => from <= day)}
        candidates={candidates}
        order={order}
        path={path}
        day={day}
        mayAppoint={canAppointLead(actor, alliance)}
        mayEnd={isToday && canEndLead(actor, alliance)}
      />
    </>
  )
}
