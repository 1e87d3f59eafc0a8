import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import type { TodoRow } from '@/lib/problems/todo-queries'
import { formatDay, formatNumber } from '@/lib/text/format'

/** What the own enterprise still owes on common problems; nothing where there is none. */
export async function OwnTodos({ rows, total }: { rows: TodoRow[]; total: number }) {
  const [t, locale] = await Promise.all([getTranslations('problems'), getLocale()])
  if (total === 0) return null
  return (
    <Section
      title={`${t('own.title')} ${formatNumber(total)}`}
      actions={
        <Link href="/portal/problems" prefetch={false} className="link text-sm">
          {t('own.all')}
        </Link>
      }
    >
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {rows.map(({ id, state, isOverdue, problem }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <Link
              href={`/portal/problems/${problem.id}`}
              prefetch={false}
              className="link min-w-0 flex-1 basis-48 font-bold wrap-anywhere"
            >
              {problem.title}
            </Link>
            <span className="text-muted">{t('todo.due', { day: formatDay(locale, problem.dueOn) })}</span>
            <Badge tone={isOverdue ? 'danger' : 'primary'}>{isOverdue ? t('overdue') : t(`todoState.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}
