import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Renewal } from '@/components/layout/renewal'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Progress, Steps } from '@/components/ui/progress'
import type { TaskDetail } from '@/lib/tasks/queries'
import { hasResult, isCancellable, isUndoable, isWorking, stepsOf } from '@/lib/tasks/rules'
import { formatInstant, formatNumber } from '@/lib/text/format'
import { CancelTaskButton, UndoTaskButton } from './task-buttons'
import { codedWords, taskNames } from './task-words'

type Props = { task: TaskDetail; now: Date }

const tones = {
  QUEUED: 'neutral',
  RUNNING: 'primary',
  DONE: 'success',
  FAILED: 'danger',
  CANCELLED: 'neutral',
} as const
const secondMilliseconds = 1_000

/** Where a task stands, what came of it, and what may be done about it. */
export async function TaskCourse({ task, now }: Props) {
  const [t, nameOf] = await Promise.all([getTranslations('tasks'), taskNames()])
  const mayCancel = isCancellable(task)
  const mayUndo = isUndoable(task, now) && (task.undoneBy === null || !isWorking(task.undoneBy.state))
  return (
    <Words of={['tasks']}>
      <PageHeader
        title={nameOf(task)}
        crumbs={[{ href: '/portal/tasks', label: t('title') }]}
        note={
          <>
            <Badge tone={tones[task.state]}>{t(`state.${task.state}`)}</Badge>
            {task.label && <span>{task.label}</span>}
          </>
        }
        actions={
          <>
            {mayUndo && <UndoTaskButton id={task.id} />}
            {mayCancel && <CancelTaskButton id={task.id} />}
          </>
        }
      />
      <Undoing task={task} />
      {task.state === 'CANCELLED' && <Banner tone="info">{t('cancelledNote')}</Banner>}
      <Problem task={task} />
      <Course task={task} />
      <Outcome task={task} now={now} />
      <Facts task={task} now={now} />
    </Words>
  )
}

async function Undoing({ task }: { task: TaskDetail }) {
  const t = await getTranslations('tasks')
  if (task.undoesId)
    return (
      <p className="text-sm">
        <TaskLink id={task.undoesId}>{t('seeUndone')}</TaskLink>
      </p>
    )
  if (!task.undoneBy) return null
  const isRunning = isWorking(task.undoneBy.state)
  const said = isRunning ? t('undoing') : t('undoFailed')
  return (
    <Banner tone={task.undoneAt ? 'success' : 'warning'}>
      {task.undoneAt ? t('undone') : said} <TaskLink id={task.undoneBy.id}>{t('seeUndo')}</TaskLink>
      {isRunning && <Renewal milliseconds={secondMilliseconds} of={task.undoneBy.state} />}
    </Banner>
  )
}

const TaskLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link href={`/portal/tasks/${id}`} prefetch={false} className="link inline-flex min-h-6 items-center">
    {children}
  </Link>
)

async function Problem({ task }: { task: TaskDetail }) {
  const refusals = await getTranslations('refusals')
  if (task.problem === null) return null
  const problem = refusals.has(task.problem) ? task.problem : 'UNEXPECTED'
  return <Banner tone="danger">{refusals(problem, task.problemParams)}</Banner>
}

async function Course({ task }: { task: TaskDetail }) {
  const [t, stepWords] = await Promise.all([getTranslations('tasks'), codedWords('step')])
  const steps = stepsOf(task).map(({ step, state }) => ({ label: stepWords(step), state }))
  const handled = formatNumber(task.handled)
  const count =
    task.total > 0 ? t('handled', { handled, total: formatNumber(task.total) }) : t('handledSome', { handled })
  if (!isWorking(task.state))
    return task.state === 'FAILED' && steps.length > 0 ? <Steps steps={steps} label={t('steps')} /> : null
  return (
    <div className="flex max-w-3xl flex-col gap-3 rounded-md border bg-surface p-4" role="status">
      {task.state === 'QUEUED' ? (
        <p className="font-bold">{t('queued')}</p>
      ) : (
        <Steps steps={steps} label={t('steps')} />
      )}
      <Progress value={task.handled} max={task.total} label={count} />
      <p className="text-sm text-muted">
        {count} · {t('mayLeave')}
      </p>
      <Renewal milliseconds={secondMilliseconds} of={`${task.state} ${task.step} ${task.handled}`} />
    </div>
  )
}

const countOrder = ['confirmed', 'met', 'done', 'refused', 'unchanged']

/** Those of a kind's own come after the ones that all have. */
const placeOf = (code: string): number => {
  const place = countOrder.indexOf(code)
  return place < 0 ? countOrder.length : place
}

async function Outcome({ task, now }: Props) {
  const [t, countWords] = await Promise.all([getTranslations('tasks'), codedWords('summary')])
  // The database keeps no order of fields.
  const counts = Object.entries(task.summary).toSorted(([one], [other]) => placeOf(one) - placeOf(other))
  const isThere = hasResult(task, now)
  const isGone = task.resultExpiresAt !== null && !isThere
  if (counts.length === 0 && !isThere && !isGone) return null
  return (
    <Section title={t('summaryTitle')}>
      {counts.length > 0 && (
        <dl className="flex flex-wrap gap-3">
          {counts.map(([code, count]) => (
            <div key={code} className="flex min-w-32 flex-col gap-0.5 rounded-md border bg-surface p-4">
              <dt className="text-sm text-muted">{countWords(code)}</dt>
              <dd className="text-2xl font-bold">{formatNumber(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {isThere && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <ButtonLink href={`/api/tasks/${task.id}/result`} variant="primary" isDownload>
            {t('result')}
          </ButtonLink>
          {task.resultFile?.fileName}
        </p>
      )}
      {isGone && <p className="text-sm text-muted">{t('resultGone')}</p>}
    </Section>
  )
}

async function Facts({ task, now }: Props) {
  const [t, locale] = await Promise.all([getTranslations('tasks'), getLocale()])
  const at = (instant: Date | null) => instant && formatInstant(locale, instant)
  return (
    <Section title={t('facts')}>
      <DescriptionList
        entries={[
          { label: t('column.createdAt'), value: at(task.createdAt) },
          { label: t('startedAt'), value: at(task.startedAt) },
          { label: t('column.finishedAt'), value: at(task.finishedAt) },
          ...(isUndoable(task, now) ? [{ label: t('undoUntil'), value: at(task.undoUntil) }] : []),
          ...(hasResult(task, now) ? [{ label: t('resultUntil'), value: at(task.resultExpiresAt) }] : []),
        ]}
      />
    </Section>
  )
}
