import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Fold } from '@/components/problems/fold'
import { todoTones } from '@/components/problems/todo-table'
import { Badge } from '@/components/ui/badge'
import { dayOf, fromDate, type Day } from '@/lib/core/clock'
import type { AdviceRow } from '@/lib/guidances/queries'
import { isOverdue, returnableStates } from '@/lib/problems/rules'
import { formatDay } from '@/lib/text/format'
import { AnswerAdviceForm, ReturnAdviceForm, VerifyAdviceButton } from './advice-forms'

type May = { answer: boolean; judge: boolean }

type Props = { advice: AdviceRow[]; may: May; today: Day; userId: string | null }

/** The advice point by point, with what the enterprise answered and what the reader may do about it. */
export async function AdviceList({ advice, may, today, userId }: Props) {
  if (advice.length === 0) return null
  const t = await getTranslations('guidances.detail')
  return (
    <Section title={t('advice')}>
      <p className="text-sm text-muted">{t('confidential')}</p>
      <Words of={['guidances', 'problems']}>
        <ol className="divide-y rounded-md border bg-surface">
          {advice.map((point) => (
            <Point key={point.id} point={point} may={may} today={today} userId={userId} />
          ))}
        </ol>
      </Words>
    </Section>
  )
}

type PointProps = { point: AdviceRow; may: May; today: Day; userId: string | null }

async function Point({ point, may, today, userId }: PointProps) {
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
      </p>
      <Answered point={point} />
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
