import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ReviseTopicForm } from '@/components/topics/revise-topic-form'
import { canReviseTopic } from '@/lib/topics/policy'
import { listTopicOwners } from '@/lib/topics/queries'
import { pageTitle } from '@/lib/text/page-title'
import { openTopic, type TopicParams } from '../../topic'

export const generateMetadata = pageTitle('topics.form.reviseTitle')

export default async function ReviseTopicPage({ params }: { params: TopicParams }) {
  const { actor, alliance, topic, path, isOpen } = await openTopic(params, '/revise')
  if (!isOpen || !canReviseTopic(actor, topic.year)) notFound()
  const [t, members] = await Promise.all([getTranslations('topics.form'), listTopicOwners(actor, alliance.id)])
  // Whoever took it on stays in the choice, even after leaving the alliance.
  const left = topic.owner && !members.some(({ id }) => id === topic.owner?.id) ? [topic.owner] : []
  const owners = [...left, ...members].map(({ id, name }) => ({ value: id, label: name }))

  return (
    <Section title={t('reviseTitle')}>
      <Words of={['topics', 'alliances']}>
        <ReviseTopicForm
          topicId={topic.id}
          version={topic.version}
          defaults={{ title: topic.title, ownerId: topic.owner?.id ?? null }}
          owners={owners}
          backHref={path}
        />
      </Words>
    </Section>
  )
}
