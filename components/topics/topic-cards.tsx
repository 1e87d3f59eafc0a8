import { getLocale, getTranslations } from 'next-intl/server'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Badge } from '@/components/ui/badge'
import type { TopicRow } from '@/lib/topics/queries'
import { formatDay } from '@/lib/text/format'

const tones = { PLANNED: 'neutral', RUNNING: 'primary', DONE: 'success', DROPPED: 'neutral' } as const

const stepTones = { stepDone: 'success', stepLate: 'warning', stepOpen: 'neutral' } as const

/** The topics of a year: how each stands, and its dated steps. */
export async function TopicCards({ topics }: { topics: TopicRow[] }) {
  const [t, list, locale] = await Promise.all([getTranslations('topics'), getTranslations('topics.list'), getLocale()])
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {topics.map((topic) => (
        <li key={topic.id} className="flex flex-col gap-2 rounded-md border bg-surface p-4 text-sm">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="min-w-0 flex-1 basis-40 text-base">{topic.title}</h3>
            <Badge tone={tones[topic.state]}>{t(`state.${topic.state}`)}</Badge>
            {topic.isStale && <Badge tone="warning">{list('stale')}</Badge>}
          </div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>{t(`source.${topic.source}`)}</span>
            {topic.source === 'ANNEX' && <ClauseChip clause="annex" />}
            <span>{topic.owner ? list('owner', { name: topic.owner.name }) : list('noOwner')}</span>
            <span>{list('updated', { day: formatDay(locale, topic.updatedOn) })}</span>
          </p>
          {topic.progressNote && <p className="whitespace-pre-line">{topic.progressNote}</p>}
          {topic.milestones.length > 0 && (
            <ol className="divide-y border-t">
              {topic.milestones.map((step) => (
                <li key={step.id} className="flex flex-wrap items-center gap-x-3 py-1.5">
                  <span className="min-w-0 flex-1 basis-40">{step.title}</span>
                  <span className="text-muted">{formatDay(locale, step.dueOn)}</span>
                  <Badge tone={stepTones[stepState(step)]}>{list(stepState(step))}</Badge>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  )
}

function stepState({ doneOn, isLate }: TopicRow['milestones'][number]): 'stepDone' | 'stepLate' | 'stepOpen' {
  if (doneOn) return 'stepDone'
  return isLate ? 'stepLate' : 'stepOpen'
}
