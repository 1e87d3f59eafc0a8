import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { FilterBar } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { AdmissibleList, ChosenEnterprise } from '@/components/memberships/admissible-list'
import { AdmitMemberForm } from '@/components/memberships/admit-member-form'
import { requireActor } from '@/lib/access/session'
import { findAdmissible, getAdmissible } from '@/lib/alliances/member-queries'
import { canAdmitMember } from '@/lib/alliances/policy'
import { pageTitle } from '@/lib/text/page-title'
import { fitnessPart } from '../../../../enterprises/fitness-part'
import { loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('memberships.admit.title')

export default async function AdmitMemberPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const query = await searchParams
  const members = `/portal/alliances/${slug}/members`
  const actor = await requireActor(`${members}/admit`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canAdmitMember(actor, alliance)) notFound()
  const search = queryValue(query, 'q')
  const [t, chosen, found] = await Promise.all([
    getTranslations('memberships.admit'),
    getAdmissible(actor, queryValue(query, 'enterprise')),
    search ? findAdmissible(actor, search) : null,
  ])

  if (chosen)
    return (
      <Section title={t('title')}>
        <ChosenEnterprise enterprise={chosen} backHref={`${members}/admit`} />
        {await fitnessPart(actor, chosen.id)}
        <Words of={['memberships']}>
          <AdmitMemberForm
            allianceId={alliance.id}
            enterpriseId={chosen.id}
            today={actor.today}
            backHref={`${members}?name=${encodeURIComponent(chosen.name)}`}
          />
        </Words>
      </Section>
    )
  return (
    <Section title={t('title')}>
      <FilterBar
        path={`${members}/admit`}
        query={query}
        fields={[{ name: 'q', type: 'text', label: t('search'), isWide: true, placeholder: t('searchHint') }]}
      />
      {found && <AdmissibleList path={`${members}/admit`} allianceId={alliance.id} found={found} />}
    </Section>
  )
}
