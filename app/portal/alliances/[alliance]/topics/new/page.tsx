import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { PlanTopicForm } from '@/components/topics/plan-topic-form'
import { requireActor } from '@/lib/access/session'
import { getAllianceYear } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { canPlanTopic } from '@/lib/topics/policy'
import { listTopicOwners } from '@/lib/topics/queries'
import { loadAlliance, yearOfQuery } from '../../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('topics.list.plan')

export default async function NewTopicPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/topics`
  const actor = await requireActor(`${path}/new`)
  const year = yearOfQuery(await searchParams, actor)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const opened = await getAllianceYear(actor, alliance.id, year)
  if (!opened || opened.state === 'CLOSED' || !canPlanTopic(actor, { allianceId: alliance.id })) notFound()
  const [t, owners] = await Promise.all([getTranslations('topics.form'), listTopicOwners(actor, alliance.id)])

  return (
    <Section title={t('planTitle', { year: String(year) })} actions={<ClauseChip clause="3-2" />}>
      <Words of={['topics']}>
        <PlanTopicForm
          allianceYearId={opened.id}
          owners={owners.map(({ id, name }) => ({ value: id, label: name }))}
          path={path}
          backHref={`${path}?year=${year}`}
        />
      </Words>
    </Section>
  )
}
