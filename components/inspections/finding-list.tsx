import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Fold } from '@/components/problems/fold'
import { Badge, type Tone } from '@/components/ui/badge'
import { dayOf, fromDate, fromDateOrNull, type Day } from '@/lib/core/clock'
import type { FindingRow } from '@/lib/inspections/queries'
import { dueDayOf, isAnswerable, isOverdue, isOwed, isReturnable } from '@/lib/inspections/rules'
import { formatDay } from '@/lib/text/format'
import { AnswerFindingForm, CloseFindingButton, EndFindingForm } from './finding-forms'

const tones = {
  OPEN: 'warning',
  FIXING: 'primary',
  FIXED: 'warning',
  CLOSED: 'success',
  WITHDRAWN: 'neutral',
} as const satisfies Record<FindingRow['state'], Tone>

type May = { answer: boolean; judge: boolean }
type Readers = { may: May; today: Day; userId: string | null }
type Props = Readers & { findings: FindingRow[]; path: string }

/** What was found, point by point, with what is done about it and what the reader may do. */
export async function FindingList({ findings, ...props }: Props) {
  const t = await getTranslations('inspections')
  return (
    <Section title={t('findings')}>
      {findings.length === 0 && <p className="text-sm text-muted">{t('nothing')}</p>}
      {findings.length > 0 && <FindingPoints findings={findings} {...props} />}
    </Section>
  )
}

type PointsProps = Readers & { findings: FindingRow[]; path?: string }

/** Findings; `path`: each has a page of its own below it, with what is shown for it. */
export async function FindingPoints({ findings, ...props }: PointsProps) {
  return (
    <Words of={['inspections']}>
      <ol className="max-w-4xl divide-y rounded-md border bg-surface">
        {findings.map((finding) => (
          <Finding key={finding.id} finding={finding} {...props} />
        ))}
      </ol>
    </Words>
  )
}

type OneProps = Readers & { finding: FindingRow; path?: string }

async function Finding({ finding, path, may, today, userId }: OneProps) {
  const [t, locale] = await Promise.all([getTranslations('inspections'), getLocale()])
  const { state, severity, location, text } = finding
  const isLate = isOverdue(finding, today)
  const person = (name: string, at: Date) => ({ name, day: formatDay(locale, dayOf(at)) })
  return (
    <li className="flex flex-col gap-2 px-4 py-3 text-sm">
      <p className="wrap-anywhere">
        <span className="font-bold tabular-nums">{finding.position + 1}. </span>
        {location && <span className="font-bold">{location} · </span>}
        {text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isLate ? 'danger' : tones[state]}>
          {isLate ? `${t(`state.${state}`)} · ${t('overdue')}` : t(`state.${state}`)}
        </Badge>
        <Badge tone={severity === 'MAJOR' ? 'danger' : 'neutral'}>{t(`severity.${severity}`)}</Badge>
        <DueDay finding={finding} />
        <span className="text-muted">{t('recorded', person(finding.recordedBy.name, finding.recordedAt))}</span>
      </p>
      <Answer finding={finding} />
      {path && <FilesLink finding={finding} path={path} mayAdd={may.answer || may.judge} />}
      <Steps finding={finding} dueOn={fromDateOrNull(finding.dueOn)} may={may} userId={userId} />
    </li>
  )
}

type LinkProps = { finding: FindingRow; path: string; mayAdd: boolean }

/** The way to what is shown for a finding, or to bringing it. */
async function FilesLink({ finding: { id, position, state, _count }, path, mayAdd }: LinkProps) {
  const t = await getTranslations('inspections.file')
  const isThere = _count.files > 0
  if (!isThere && (!mayAdd || !isAnswerable(state))) return null
  return (
    <p>
      <Link href={`${path}/${id}`} prefetch={false} className="link inline-flex min-h-6 items-center">
        {isThere ? t('link', { count: _count.files }) : t('add')}
        <span className="sr-only"> · {t('point', { number: position + 1 })}</span>
      </Link>
    </p>
  )
}

/** Until when an answer or its end is owed, and how often that was urged. */
async function DueDay({ finding }: { finding: FindingRow }) {
  const [t, locale] = await Promise.all([getTranslations('inspections'), getLocale()])
  const { dueOn, urges } = finding
  const day = dueDayOf(finding)
  if (!isOwed(finding.state) || day === null) return null
  return (
    <>
      <span>{t(dueOn ? 'due' : 'answerBy', { day: formatDay(locale, day) })}</span>
      {urges[0] && (
        <span className="text-muted">
          {t('urged', { count: urges.length, day: formatDay(locale, fromDate(urges[0].onDay)) })}
        </span>
      )}
    </>
  )
}

async function Answer({ finding }: { finding: FindingRow }) {
  const [t, locale] = await Promise.all([getTranslations('inspections'), getLocale()])
  const { state, reason, measure, answeredBy, answeredAt, closedBy, closedAt } = finding
  const person = (name: string, at: Date) => ({ name, day: formatDay(locale, dayOf(at)) })
  return (
    <>
      {reason && (
        <p className="border-l-4 border-l-warning pl-3 wrap-anywhere">
          {t(state === 'WITHDRAWN' ? 'withdrawn' : 'returned', { reason })}
        </p>
      )}
      {measure && <p className="wrap-anywhere whitespace-pre-line">{measure}</p>}
      {answeredBy && answeredAt && (
        <p className="text-muted">
          {t('answered', person(answeredBy.name, answeredAt))}
          {closedBy && closedAt && ` · ${t('closed', person(closedBy.name, closedAt))}`}
        </p>
      )}
    </>
  )
}

async function Steps({ finding, dueOn, may, userId }: Omit<OneProps, 'today' | 'path'> & { dueOn: Day | null }) {
  const t = await getTranslations('inspections')
  const { id, version, state, measure } = finding
  const judges = may.judge && finding.answeredBy?.id !== userId
  return (
    <>
      {may.answer && isAnswerable(state) && (
        <Fold summary={t(measure ? 'answer.change' : 'answer.open')}>
          <AnswerFindingForm key={version} id={id} version={version} state={state} measure={measure} dueOn={dueOn} />
        </Fold>
      )}
      {judges && state === 'FIXED' && <CloseFindingButton id={id} version={version} />}
      {judges && isReturnable(state) && (
        <Fold summary={t('return.title')}>
          <EndFindingForm key={version} id={id} version={version} way="return" />
        </Fold>
      )}
      {may.judge && state === 'OPEN' && measure === '' && (
        <Fold summary={t('withdraw.title')}>
          <EndFindingForm key={version} id={id} version={version} way="withdraw" />
        </Fold>
      )}
    </>
  )
}
