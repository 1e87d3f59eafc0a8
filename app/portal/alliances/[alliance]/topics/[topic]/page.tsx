import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { MilestoneList } from '@/components/topics/milestone-list'
import { TopicDetail } from '@/components/topics/topic-detail'
import { TopicNews } from '@/components/topics/topic-news'
import { ButtonLink } from '@/components/ui/button'
import { AudienceLink } from '@/components/visibility/audience-link'
import { pageTitle } from '@/lib/text/page-title'
import { listTopicNews } from '@/lib/topics/history-queries'
import { canReportTopicProgress, canReviseTopic } from '@/lib/topics/policy'
import { openTopic, type TopicParams } from '../topic'

export const generateMetadata = pageTitle('alliances.tabs.topics')

export default async function TopicPage({ params }: { params: TopicParams }) {
  const { actor, topic, list, path, isOpen } = await openTopic(params)
  const [t, news] = await Promise.all([getTranslations('topics.detail'), listTopicNews(actor, topic.id)])
  const may = {
    revise: isOpen && canReviseTopic(actor, topic.year),
    report: isOpen && canReportTopicProgress(actor, topic.year),
  }

  return (
    <>
      <Link href={`${list}?year=${topic.year.year}`} prefetch={false} className="link self-start text-sm">
        ‹ {t('back', { year: String(topic.year.year) })}
      </Link>
      <Section
        title={topic.title}
        actions={
          <>
            {may.revise && <ButtonLink href={`${path}/revise`}>{t('revise')}</ButtonLink>}
            {may.report && (
              <ButtonLink href={`${path}/progress`} variant="primary">
                {t('report')}
              </ButtonLink>
            )}
          </>
        }
      >
        <TopicDetail topic={topic} today={actor.today} />
      </Section>
      <MilestoneList topic={topic} today={actor.today} may={may} />
      <AudienceLink kind="topic" id={topic.id} />
      <TopicNews rows={news.rows} total={news.total} />
    </>
  )
}
