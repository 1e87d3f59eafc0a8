import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { CopyAnnexButton, CopyTopicsButton } from '@/components/topics/copy-topics-button'
import { TopicCards } from '@/components/topics/topic-cards'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getAllianceYear, listYears } from '@/lib/alliances/year-queries'
import { canCopyTopics, canPlanTopic } from '@/lib/topics/policy'
import { listAnnexTopics, listTopics, listUnfinishedBefore } from '@/lib/topics/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'

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
  const [unfinished, annex] =
    open && canCopyTopics(actor, open)
      ? await Promise.all([listUnfinishedBefore(actor, alliance.id, year), listAnnexTopics(actor, alliance.id, year)])
      : [[], []]
  const actions = open && canPlanTopic(actor, open) && (
    <>
      {topics.length === 0 && <CopyAnnexButton allianceYearId={open.id} titles={annex} />}
      <CopyTopicsButton allianceYearId={open.id} year={year} titles={unfinished} />
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
        <EmptyState kind="nothing" title={t('empty')} {...(actions && { text: t('emptyText') })} />
      )}
    </Section>
  )
}
