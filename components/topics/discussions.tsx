import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { formatDayOfInstant } from '@/lib/text/format'
import { linkDiscussion, unlinkDiscussion } from '@/lib/topics/discussion-actions'
import type { DiscussedTopic, Discussion } from '@/lib/topics/discussion-queries'
import { LinkForm } from './link-form'
import { TopicStateBadge } from './topic-marks'

type ActivitiesProps = {
  topicId: string
  activities: Discussion[]
  /** What may still be named; null: the reader only reads. */
  choices: { id: string; title: string; startsAt: Date }[] | null
}

/** On a topic's page: the activities that took it up. */
export async function TopicDiscussions({ topicId, activities, choices }: ActivitiesProps) {
  const [t, states, locale] = await Promise.all([
    getTranslations('topics.discussions'),
    getTranslations('activities.state'),
    getLocale(),
  ])
  const day = (at: Date) => formatDayOfInstant(locale, at)
  return (
    <Section title={t('ofTopic')}>
      {activities.length === 0 && <p className="text-sm text-muted">{t('noActivity')}</p>}
      <Lines>
        {activities.map(({ id, title, state, startsAt }) => (
          <Line key={id} href={`/portal/activities/${id}`} title={title} pair={choices && { topicId, activityId: id }}>
            <span className="text-muted">{day(startsAt)}</span>
            <Badge tone={state === 'CANCELLED' ? 'danger' : 'neutral'}>{states(state)}</Badge>
          </Line>
        ))}
      </Lines>
      {choices && choices.length > 0 && (
        <Linking>
          <LinkForm
            given={{ topicId }}
            choices={choices.map(({ id, title, startsAt }) => ({ value: id, label: `${day(startsAt)} ${title}` }))}
          />
        </Linking>
      )}
    </Section>
  )
}

type TopicsProps = {
  activityId: string
  path: string
  topics: DiscussedTopic[]
  choices: { id: string; title: string }[] | null
  /** Whether the pages of the alliance, and so of its topics, are open to the reader. */
  canOpen: boolean
}

/** On an activity's page: the topics that it takes up. Not there where there is nothing to read and nothing to choose. */
export async function DiscussedTopics({ activityId, path, topics, choices, canOpen }: TopicsProps) {
  const t = await getTranslations('topics.discussions')
  if (topics.length === 0 && (!choices || choices.length === 0)) return null
  return (
    <Section title={t('ofActivity')}>
      {topics.length === 0 && <p className="text-sm text-muted">{t('noTopic')}</p>}
      <Lines>
        {topics.map(({ id, title, state }) => (
          <Line
            key={id}
            href={canOpen ? `${path}/${id}` : null}
            title={title}
            pair={choices && { topicId: id, activityId }}
          >
            <TopicStateBadge state={state} />
          </Line>
        ))}
      </Lines>
      {choices && choices.length > 0 && (
        <Linking>
          <LinkForm given={{ activityId }} choices={choices.map(({ id, title }) => ({ value: id, label: title }))} />
        </Linking>
      )}
    </Section>
  )
}

const Lines = ({ children }: { children: ReactNode[] }) =>
  children.length > 0 && <ul className="divide-y rounded-md border bg-surface text-sm">{children}</ul>

const Linking = ({ children }: { children: ReactNode }) => (
  <div className="no-print text-sm">
    <Words of={['topics']}>{children}</Words>
  </div>
)

type LineProps = {
  href: string | null
  title: string
  pair: { topicId: string; activityId: string } | null
  children: ReactNode
}

async function Line({ href, title, pair, children }: LineProps) {
  const t = await getTranslations('topics.discussions')
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <span className="min-w-0 flex-1 basis-48">
        {href ? (
          <Link href={href} prefetch={false} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
      </span>
      {children}
      {pair && (
        <Words>
          <ActionButton
            action={unlinkDiscussion}
            input={pair}
            label={t('unlink')}
            size="small"
            variant="quiet"
            say={t('unlinked')}
            undo={{ action: linkDiscussion, input: pair }}
          />
        </Words>
      )}
    </li>
  )
}
