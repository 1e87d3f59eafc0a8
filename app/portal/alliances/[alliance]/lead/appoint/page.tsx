import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { AppointLeadForm } from '@/components/leads/appoint-lead-form'
import { requireActor } from '@/lib/access/session'
import { canAppointLead } from '@/lib/alliances/policy'
import { listLeadChoices } from '@/lib/alliances/standing-queries'
import { pageTitle } from '@/lib/text/page-title'
import { backFrom, loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('memberships.lead.appointTitle')

export default async function AppointLeadPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(`${path}/appoint`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canAppointLead(actor, alliance)) notFound()
  const [t, members, query] = await Promise.all([
    getTranslations('memberships.lead'),
    listLeadChoices(actor, alliance.id),
    searchParams,
  ])
  const chosen = members.find(({ id }) => id === queryValue(query, 'enterprise'))

  return (
    <Section title={t('appointTitle')} actions={<ClauseChip clause="3-1" />}>
      <Words of={['memberships']}>
        <AppointLeadForm
          allianceId={alliance.id}
          members={members.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={chosen?.id ?? null}
          today={actor.today}
          backHref={backFrom(query, path)}
        />
      </Words>
    </Section>
  )
}
