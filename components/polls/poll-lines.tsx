import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import type { PollLine } from '@/lib/polls/queries'
import { formatDay } from '@/lib/text/format'
import { toLocale } from '@/lib/text/locale'

/** Polls that wait for an answer or for a decision; nothing where there is none. */
export async function PollLines({ polls, heading }: { polls: PollLine[]; heading: 'title' | 'own' }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('polls.list'),
    getTranslations('activities.kind'),
    getLocale(),
  ])
  if (polls.length === 0) return null
  return (
    <Section title={t(heading)}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {polls.map(({ id, title, kind, closesOn }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <Link
              href={`/portal/polls/${id}`}
              prefetch={false}
              className="link min-w-0 flex-1 basis-48 font-bold wrap-anywhere"
            >
              {title}
            </Link>
            <span className="text-muted">{kinds(kind)}</span>
            <span className="text-muted">{t('until', { day: formatDay(toLocale(locale), closesOn) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
