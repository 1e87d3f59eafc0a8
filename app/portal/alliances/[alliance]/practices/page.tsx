import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { PracticeList } from '@/components/practices/practice-list'
import { requireActor } from '@/lib/access/session'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { practiceFilterOf } from '@/lib/practices/filter-rules'
import { listPractices } from '@/lib/practices/list-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.practices')

export default async function AlliancePracticesPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/practices`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const query = await searchParams
  const filter = { ...practiceFilterOf((name) => queryValue(query, name)), alliance: alliance.slug }
  const [t, page, alliances] = await Promise.all([
    getTranslations('practices.list'),
    listPractices(actor, filter, queryValue(query, 'cursor')),
    listActivityAlliances(),
  ])

  return (
    <Section title={t('title')}>
      <PracticeList path={path} query={query} {...page} alliances={alliances} isOfAlliance />
    </Section>
  )
}
