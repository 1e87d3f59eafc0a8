import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Badge } from '@/components/ui/badge'
import type { TopicRow } from '@/lib/topics/queries'
import { formatDay } from '@/lib/text/format'
import { LateBadge, StepBadge, TopicStateBadge } from './topic-marks'

/** The topics of a year: how each stands, and its dated steps. */
export async function TopicCards({ topics, path }: { topics: TopicRow[]; path: string }) {
  const [t, list, locale] = await Promise.all([getTranslations('topics'), getTranslations('topics.list'), getLocale()])
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {topics.map((topic) => (
        <li key={topic.id} className="flex flex-col gap-2 rounded-md border bg-surface p-4 text-sm">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="min-w-0 flex-1 basis-40 text-base">
              <Link href={`${path}/${topic.id}`} prefetch={false} className="link">
                {topic.title}
              </Link>
            </h3>
            <TopicStateBadge state={topic.state} />
            {topic.isStale && <Badge tone="warning">{list('stale')}</Badge>}
            <LateBadge topic={topic} />
          </div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>{t(`source.${topic.source}`)}</span>
            {topic.source === 'ANNEX' && <ClauseChip clause="annex" />}
            <span>{topic.owner ? list('owner', { name: topic.owner.name }) : list('noOwner')}</span>
            <span>{list('updated', { day: formatDay(locale, topic.updatedOn) })}</span>
          </p>
          {topic.progressNote && <p className="line-clamp-3 whitespace-pre-line">{topic.progressNote}</p>}
          {topic.milestones.length > 0 && (
            <ol className="divide-y border-t">
              {topic.milestones.map((step) => (
                <li key={step.id} className="flex flex-wrap items-center gap-x-3 py-1.5">
                  <span className="min-w-0 flex-1 basis-40">{step.title}</span>
                  <span className="text-muted">{formatDay(locale, step.dueOn)}</span>
                  <StepBadge step={step} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  )
}
