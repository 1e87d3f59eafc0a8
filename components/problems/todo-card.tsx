import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { dayOf } from '@/lib/core/clock'
import type { TodoRow } from '@/lib/problems/todo-queries'
import { formatDay, formatNumber } from '@/lib/text/format'
import { Fold } from './fold'
import { AnswerForm, ReturnForm, UrgeButton, VerifyButton } from './todo-forms'
import { todoTones } from './todo-table'

/** One member's to-do as it stands, and what the reader may do with it. */
export async function TodoCard({ todo }: { todo: TodoRow }) {
  const t = await getTranslations('problems')
  const { id, version, state, answer, plannedOn, may } = todo
  return (
    <div className="flex flex-col gap-3 rounded-md border bg-surface p-4 text-sm">
      <TodoFacts todo={todo} />
      {may.answer && (
        <Fold summary={t(state === 'OPEN' ? 'todo.answer' : 'todo.change')} isOpen={state === 'OPEN'}>
          <AnswerForm key={version} todo={{ id, version, state, answer, plannedOn }} />
        </Fold>
      )}
      {(may.verify || may.urge) && (
        <div className="no-print flex flex-wrap gap-2">
          {may.verify && <VerifyButton id={id} version={version} />}
          {may.urge && <UrgeButton id={id} />}
        </div>
      )}
      {may.return && (
        <Fold summary={t('todo.return')}>
          <ReturnForm key={version} id={id} version={version} />
        </Fold>
      )}
    </div>
  )
}

async function TodoFacts({ todo }: { todo: TodoRow }) {
  const [t, locale] = await Promise.all([getTranslations('problems'), getLocale()])
  const { state, answer, answeredAt, answeredBy, plannedOn, returnReason, verifiedAt, verifiedBy, urged } = todo
  const day = (at: Date) => formatDay(locale, dayOf(at))
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={todo.isOverdue ? 'danger' : todoTones[state]}>
          {todo.isOverdue ? `${t(`todoState.${state}`)} · ${t('overdue')}` : t(`todoState.${state}`)}
        </Badge>
        <span className="text-muted">
          {todo.isInForce ? t('todo.due', { day: formatDay(locale, todo.problem.dueOn) }) : t('todo.withdrawn')}
        </span>
        {plannedOn && todo.isInForce && (
          <span className="text-muted">{t('todo.planned', { day: formatDay(locale, plannedOn) })}</span>
        )}
      </p>
      {returnReason && (
        <p className="border-l-4 border-l-warning pl-3 wrap-anywhere whitespace-pre-line">
          {t('todo.returned', { reason: returnReason })}
        </p>
      )}
      {answer && (
        <p className="wrap-anywhere whitespace-pre-line">{answeredAt ? answer : t('todo.lastAnswer', { answer })}</p>
      )}
      {!answer && todo.isInForce && <p className="text-muted">{t('todo.notYet')}</p>}
      <p className="flex flex-wrap gap-x-4 text-muted">
        {answeredAt && answeredBy && <span>{t('todo.answered', { name: answeredBy.name, day: day(answeredAt) })}</span>}
        {verifiedAt && verifiedBy && (
          <span>{t('todo.verifiedBy', { name: verifiedBy.name, day: day(verifiedAt) })}</span>
        )}
        {urged.lastOn && (
          <span>
            {t('todo.urgedTimes', { count: formatNumber(urged.times), day: formatDay(locale, urged.lastOn) })}
          </span>
        )}
      </p>
    </>
  )
}
