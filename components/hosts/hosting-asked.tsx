import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { VisitHostRow } from '@/lib/hosts/queries'
import { formatRange } from '@/lib/text/format'

/** Site visits that an enterprise is asked to receive and has not answered. */
export async function HostingAsked({ hosts }: { hosts: VisitHostRow[] }) {
  if (hosts.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations('hosts'), getLocale()])
  return (
    <Section title={t('home')}>
      <ul className="divide-y rounded-md border bg-surface">
        {hosts.map(({ id, activity }) => (
          <li key={id} className="flex flex-col gap-1 px-4 py-3">
            <a href={`/portal/hosts/${id}`} className="link font-bold">
              {activity.title}
            </a>
            <span className="text-sm text-muted">{formatRange(locale, activity.startsAt, activity.endsAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
