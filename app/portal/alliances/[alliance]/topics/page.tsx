import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { TopicCards } from '@/components/topics/topic-cards'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getAllianceYear, listYears } from '@/lib/alliances/year-queries'
import { canPlanTopic } from '@/lib/topics/policy'
import { listTopics } from '@/lib/topics/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'
import { TopicCopies } from './copies'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.topics')

export default async function TopicsPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/topics`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const [t, topics, years, opened] = await Promise.all([
    getTranslations('topics.list'),
    listTopics(actor, alliance.id, year),
    listYears(actor),
    getAllianceYear(actor, alliance.id, year),
  ])
  const open = opened && opened.state !== 'CLOSED' ? { id: opened.id, allianceId: alliance.id } : null
  const actions = open && canPlanTopic(actor, open) && (
    <>
      <TopicCopies actor={actor} open={open} year={year} isEmpty={topics.length === 0} />
      <ButtonLink href={`${path}/new?year=${year}`} variant="primary">
        {t('plan')}
      </ButtonLink>
    </>
  )

  return (
    <Section
      title={t('title', { year: String(year) })}
      actions={
        <>
          <YearSwitch path={path} years={years} current={year} />
          {actions}
        </>
      }
    >
      {topics.length > 0 && <TopicCards topics={topics} path={path} />}
      {topics.length === 0 && (
        <EmptyState kind="nothing" title={t('empty')} text={actions ? t('emptyText') : undefined} />
      )}
    </Section>
  )
}
