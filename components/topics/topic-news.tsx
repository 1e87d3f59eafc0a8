import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { formatDay, formatStamp } from '@/lib/text/format'
import type { TopicNewsRow } from '@/lib/topics/history-queries'
import { TopicStateBadge } from './topic-marks'

type Props = { rows: TopicNewsRow[]; total: number }

/** What happened to a topic, latest first. */
export async function TopicNews({ rows, total }: Props) {
  const t = await getTranslations('topics.history')
  return (
    <Section title={t('title')}>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <ol className="divide-y rounded-md border bg-surface text-sm">
          {rows.map((row) => (
            <NewsLine key={row.id} row={row} />
          ))}
        </ol>
      )}
      {total > rows.length && <p className="text-sm text-muted">{t('latest', { total, shown: rows.length })}</p>}
    </Section>
  )
}

async function NewsLine({ row }: { row: TopicNewsRow }) {
  const [t, locale] = await Promise.all([getTranslations('topics.history'), getLocale()])
  const { what, step, day, note, state, title, owner } = row
  return (
    <li className="flex flex-col gap-1 px-4 py-2 sm:flex-row sm:gap-4">
      <span className="shrink-0 text-muted sm:w-32">{formatStamp(row.at)}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-bold">{t(what, { step, day: day && formatDay(locale, day) })}</span>
          {state && <TopicStateBadge state={state} />}
        </span>
        {what === 'REPORTED' && (
          <p className={`whitespace-pre-line ${note ? '' : 'text-muted'}`}>{note || t('unchanged')}</p>
        )}
        {what === 'REVISED' && title && <p>{t('newTitle', { title })}</p>}
        {(what === 'REVISED' || what === 'PLANNED') && owner && <p>{t('newOwner', { owner })}</p>}
      </div>
      <span className="text-muted sm:max-w-56 sm:text-right">{t('by', { name: row.by, hat: row.byHat })}</span>
    </li>
  )
}
