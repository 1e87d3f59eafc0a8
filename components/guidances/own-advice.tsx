import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { fromDate, type Day } from '@/lib/core/clock'
import type { OwnAdvice as Row } from '@/lib/guidances/queries'
import { isOverdue } from '@/lib/problems/rules'
import { formatDay, formatNumber } from '@/lib/text/format'

type Props = { rows: Row[]; total: number; today: Day }

/** The advice of experts that the own enterprise has still to follow; nothing where there is none. */
export async function OwnAdvice({ rows, total, today }: Props) {
  if (total === 0) return null
  const [t, states, locale] = await Promise.all([
    getTranslations('guidances.own'),
    getTranslations('problems'),
    getLocale(),
  ])
  return (
    <Section
      title={`${t('title')} ${formatNumber(total)}`}
      actions={
        <Link href="/portal/guidances?state=ADVISED" prefetch={false} className="link text-sm">
          {t('all')}
        </Link>
      }
    >
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {rows.map(({ id, text, state, dueOn, request }) => {
          const isLate = isOverdue(state, fromDate(dueOn), today)
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <Link
                href={`/portal/guidances/${request.id}/${id}`}
                prefetch={false}
                className="link line-clamp-2 min-w-0 flex-1 basis-48 font-bold wrap-anywhere"
              >
                {text}
              </Link>
              <span className="text-muted">{t('due', { day: formatDay(locale, fromDate(dueOn)) })}</span>
              <Badge tone={isLate ? 'danger' : 'primary'}>
                {isLate ? states('overdue') : states(`todoState.${state}`)}
              </Badge>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
