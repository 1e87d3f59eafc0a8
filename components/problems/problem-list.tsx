import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { ProblemLine } from '@/lib/problems/queries'
import { formatDay, formatNumber } from '@/lib/text/format'

/** The common problems of an alliance in a year, each with how far its members have come. */
export async function ProblemList({ problems }: { problems: ProblemLine[] }) {
  const [t, locale] = await Promise.all([getTranslations('problems'), getLocale()])
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {problems.map(({ id, title, state, dueOn, funnel }) => (
        <li key={id} className="flex flex-col gap-1 px-4 py-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`/portal/problems/${id}`}
              prefetch={false}
              className="link min-w-0 flex-1 basis-48 font-bold wrap-anywhere"
            >
              {title}
            </Link>
            {state !== 'SENT' && <Badge>{t(`state.${state}`)}</Badge>}
            {funnel.overdue > 0 && (
              <Badge tone="danger">{t('funnel.overdue', { count: formatNumber(funnel.overdue) })}</Badge>
            )}
          </div>
          <p className="flex flex-wrap gap-x-4 text-muted empty:hidden">
            {state === 'SENT' && (
              <span>
                {t('funnel.line', {
                  sent: formatNumber(funnel.sent),
                  answered: formatNumber(funnel.answered),
                  done: formatNumber(funnel.done),
                  verified: formatNumber(funnel.verified),
                })}
              </span>
            )}
            {state !== 'WITHDRAWN' && <span>{t('todo.due', { day: formatDay(locale, dueOn) })}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
