import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { formatDay } from '@/lib/text/format'
import type { TopicRow } from '@/lib/topics/queries'
import {
  FinishMilestoneForm,
  PlanMilestoneForm,
  RemoveMilestoneButton,
  ReopenMilestoneButton,
  ReviseMilestoneForm,
} from './milestone-forms'
import { StepBadge } from './topic-marks'

type May = { revise: boolean; report: boolean }

type Props = { topic: TopicRow; today: string; may: May }

/** The dated steps of a topic; whoever drives it adds, changes and finishes them in place. */
export async function MilestoneList({ topic, today, may }: Props) {
  const t = await getTranslations('topics.steps')
  return (
    <Section title={t('title', topic.progress)}>
      <Words of={['topics']}>
        {topic.milestones.length === 0 ? (
          <p className="text-sm text-muted">{t('none')}</p>
        ) : (
          <ol className="divide-y rounded-md border bg-surface text-sm">
            {topic.milestones.map((step) => (
              <StepLine key={step.id} topicId={topic.id} step={step} today={today} may={may} />
            ))}
          </ol>
        )}
        {may.revise && (
          <div className="no-print rounded-md border bg-surface p-4 text-sm">
            <PlanMilestoneForm topicId={topic.id} />
          </div>
        )}
      </Words>
    </Section>
  )
}

type LineProps = { topicId: string; step: TopicRow['milestones'][number]; today: string; may: May }

async function StepLine({ topicId, step, today, may }: LineProps) {
  const [t, locale] = await Promise.all([getTranslations('topics.steps'), getLocale()])
  const { id, title, dueOn, doneOn } = step
  return (
    <li className="flex flex-col gap-1 px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 font-bold">{title}</span>
        <span className="text-muted">{t('due', { day: formatDay(locale, dueOn) })}</span>
        {doneOn && <span className="text-muted">{t('done', { day: formatDay(locale, doneOn) })}</span>}
        <StepBadge step={step} />
        {doneOn && may.report && (
          <span className="-mx-2">
            <ReopenMilestoneButton step={{ id, title, dueOn }} doneOn={doneOn} />
          </span>
        )}
      </div>
      {!doneOn && (may.report || may.revise) && (
        <div className="no-print flex flex-wrap items-start gap-x-5">
          {may.report && (
            <Fold summary={t('finish')}>
              <FinishMilestoneForm id={id} today={today} />
            </Fold>
          )}
          {may.revise && (
            <Fold summary={t('revise')}>
              <ReviseMilestoneForm step={{ id, title, dueOn }} />
            </Fold>
          )}
          {may.revise && (
            <span className="-mx-2">
              <RemoveMilestoneButton topicId={topicId} step={{ id, title, dueOn }} />
            </span>
          )}
        </div>
      )}
    </li>
  )
}

const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="open:basis-full">
    <summary className="link inline-flex min-h-7 items-center pointer-coarse:min-h-(--target)">{summary} ▾</summary>
    <div className="py-2">{children}</div>
  </details>
)
