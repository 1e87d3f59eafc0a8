import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ReportProgressForm } from '@/components/topics/report-progress-form'
import { canReportTopicProgress } from '@/lib/topics/policy'
import { pageTitle } from '@/lib/text/page-title'
import { openTopic, type TopicParams } from '../../topic'

export const generateMetadata = pageTitle('topics.form.reportTitle')

export default async function ReportProgressPage({ params }: { params: TopicParams }) {
  const { actor, topic, path, isOpen } = await openTopic(params, '/progress')
  if (!isOpen || !canReportTopicProgress(actor, topic.year)) notFound()
  const t = await getTranslations('topics.form')

  return (
    <Section title={t('reportTitle')}>
      <p className="font-bold">{topic.title}</p>
      <Words of={['topics', 'alliances']}>
        <ReportProgressForm
          topicId={topic.id}
          version={topic.version}
          state={topic.state}
          last={topic.progressNote}
          backHref={path}
        />
      </Words>
    </Section>
  )
}
