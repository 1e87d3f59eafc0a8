import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Fold } from '@/components/problems/fold'
import { todoTones } from '@/components/problems/todo-table'
import { Badge } from '@/components/ui/badge'
import { dayOf, fromDate, type Day } from '@/lib/core/clock'
import type { AdviceRow } from '@/lib/guidances/queries'
import { isOverdue, returnableStates } from '@/lib/problems/rules'
import { formatDay } from '@/lib/text/format'
import { AnswerAdviceForm, ReturnAdviceForm, UrgeButton, VerifyAdviceButton } from './advice-forms'

type May = { answer: boolean; judge: boolean }

type Readers = { may: May; today: Day; userId: string | null }

type Props = Readers & { advice: AdviceRow[]; path: string; mayUrge: boolean; id: string }

/** The advice point by point, with what the enterprise answered and what the reader may do about it. */
export async function AdviceList({ advice, id, path, mayUrge, ...readers }: Props) {
  if (advice.length === 0) return null
  const t = await getTranslations('guidances')
  const overdue = advice.filter((point) => isOverdue(point.state, fromDate(point.dueOn), readers.today))
  const isUrged = overdue.every(({ urges }) => urges[0] && fromDate(urges[0].onDay) >= readers.today)
  return (
    <Section title={t('detail.advice')}>
      <p className="text-sm text-muted">{t('detail.confidential')}</p>
      <Words of={['guidances', 'problems']}>
        {mayUrge &&
          overdue.length > 0 &&
          (isUrged ? <p className="text-sm">{t('urge.today')}</p> : <UrgeButton id={id} />)}
        <AdvicePoints points={advice} path={path} {...readers} />
      </Words>
    </Section>
  )
}

type PointsProps = Readers & { points: AdviceRow[]; path?: string }

/** Points of advice; `path`: each has a page of its own below it, with its evidence. */
export async function AdvicePoints({ points, ...props }: PointsProps) {
  return (
    <ol className="divide-y rounded-md border bg-surface">
      {points.map((point) => (
        <Point key={point.id} point={point} {...props} />
      ))}
    </ol>
  )
}

type PointProps = Readers & { point: AdviceRow; path?: string }

async function Point({ point, path, may, today, userId }: PointProps) {
  const [t, locale, states] = await Promise.all([
    getTranslations('guidances'),
    getLocale(),
    getTranslations('problems'),
  ])
  const { id, version, state, answer } = point
  const dueOn = fromDate(point.dueOn)
  const isLate = isOverdue(state, dueOn, today)
  const judges = may.judge && point.answeredBy?.id !== userId
  return (
    <li className="flex flex-col gap-2 px-4 py-3 text-sm">
      <p className="wrap-anywhere">
        <span className="font-bold tabular-nums">{point.position + 1}. </span>
        {point.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isLate ? 'danger' : todoTones[state]}>
          {isLate ? `${states(`todoState.${state}`)} · ${states('overdue')}` : states(`todoState.${state}`)}
        </Badge>
        <span className="text-muted">{t('detail.due', { day: formatDay(locale, dueOn) })}</span>
        {point.urges[0] && (
          <span className="text-muted">
            {t('detail.urged', { count: point.urges.length, day: formatDay(locale, fromDate(point.urges[0].onDay)) })}
          </span>
        )}
      </p>
      <Answered point={point} />
      {path && <EvidenceLink point={point} path={path} mayAdd={may.answer} />}
      {may.answer && state !== 'VERIFIED' && (
        <Fold summary={t(state === 'OPEN' ? 'answer.open' : 'answer.change')}>
          <AnswerAdviceForm key={version} id={id} version={version} state={state} answer={answer} />
        </Fold>
      )}
      {judges && state === 'DONE' && <VerifyAdviceButton id={id} version={version} />}
      {judges && returnableStates.some((one) => one === state) && (
        <Fold summary={t('return.title')}>
          <ReturnAdviceForm key={version} id={id} version={version} />
        </Fold>
      )}
    </li>
  )
}

type LinkProps = { point: AdviceRow; path: string; mayAdd: boolean }

/** The way to what the enterprise shows for a point, or to bringing it. */
async function EvidenceLink({ point: { id, state, _count }, path, mayAdd }: LinkProps) {
  const t = await getTranslations('guidances.detail')
  const isThere = _count.files > 0
  if (!isThere && (!mayAdd || state === 'VERIFIED')) return null
  return (
    <p>
      <Link href={`${path}/${id}`} prefetch={false} className="link inline-flex min-h-6 items-center">
        {isThere ? t('files', { count: _count.files }) : t('addFiles')}
      </Link>
    </p>
  )
}

async function Answered({ point }: { point: AdviceRow }) {
  const [t, locale] = await Promise.all([getTranslations('guidances.detail'), getLocale()])
  const { answer, answeredAt, answeredBy, returnReason, verifiedAt, verifiedBy } = point
  const day = (at: Date) => formatDay(locale, dayOf(at))
  return (
    <>
      {returnReason && (
        <p className="border-l-4 border-l-warning pl-3 wrap-anywhere">{t('returned', { reason: returnReason })}</p>
      )}
      {answer && <p className="wrap-anywhere whitespace-pre-line">{answer}</p>}
      {answeredAt && answeredBy && (
        <p className="text-muted">
          {t('answered', { name: answeredBy.name, day: day(answeredAt) })}
          {verifiedAt && verifiedBy && ` · ${t('verified', { name: verifiedBy.name, day: day(verifiedAt) })}`}
        </p>
      )}
    </>
  )
}
