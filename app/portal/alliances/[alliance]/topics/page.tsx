import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { TopicCards } from '@/components/topics/topic-cards'
import { requireActor } from '@/lib/access/session'
import { listYears } from '@/lib/alliances/year-queries'
import { listTopics } from '@/lib/topics/queries'
import { loadAlliance, yearOfQuery } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export default async function TopicsPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/topics`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const [t, topics, years] = await Promise.all([
    getTranslations('topics.list'),
    listTopics(actor, alliance.id, year),
    listYears(actor),
  ])

  return (
    <Section
      title={t('title', { year: String(year) })}
      actions={<YearSwitch path={path} years={years} current={year} />}
    >
      {topics.length === 0 ? <EmptyState kind="nothing" title={t('empty')} /> : <TopicCards topics={topics} />}
    </Section>
  )
}
