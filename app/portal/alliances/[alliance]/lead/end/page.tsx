import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { EndLeadForm } from '@/components/leads/end-lead-form'
import { CurrentLead } from '@/components/leads/lead-periods'
import { requireActor } from '@/lib/access/session'
import { canEndLead } from '@/lib/alliances/policy'
import { currentLead, listLeadPeriods } from '@/lib/alliances/standing-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string }> }

export const generateMetadata = pageTitle('memberships.lead.end')

export default async function EndLeadPage({ params }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(`${path}/end`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canEndLead(actor, alliance)) notFound()
  const lead = currentLead(await listLeadPeriods(actor, alliance.id), actor.today) ?? notFound()
  const t = await getTranslations('memberships.lead')

  return (
    <Section title={t('end')}>
      <CurrentLead period={lead} today={actor.today} />
      <p className="text-muted">{t('endText')}</p>
      <Words of={['memberships']}>
        <EndLeadForm membershipId={lead.membershipId} today={actor.today} backHref={path} />
      </Words>
    </Section>
  )
}
