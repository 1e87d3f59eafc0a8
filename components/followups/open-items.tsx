import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import type { OpenItems as Open } from '@/lib/followups/queries'
import { formatNumber } from '@/lib/text/format'
import { ItemFacts } from './item-facts'

/** Action items of several activities, each with the way to its own; nothing where there is none. */
export async function OpenItems({ open, heading }: { open: Open; heading: 'leftOver' | 'own' | 'organiser' }) {
  const t = await getTranslations('followups')
  const { rows, total } = open
  if (total === 0) return null
  return (
    <Section title={`${t(`${heading}.title`)} ${formatNumber(total)}`}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {rows.map((item) => (
          <li key={item.id} className="flex flex-col gap-1 px-4 py-2">
            <ItemFacts item={item} />
            <Link
              href={`/portal/activities/${item.activity.id}#followups`}
              prefetch={false}
              className="link self-start"
            >
              {t('leftOver.of', { title: item.activity.title })}
            </Link>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="text-sm text-muted">{t('more', { count: formatNumber(total - rows.length) })}</p>
      )}
    </Section>
  )
}
