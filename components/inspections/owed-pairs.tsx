import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import type { OwedPair } from '@/lib/inspections/queries'

type Props = { pairs: OwedPair[]; enterpriseId: string }

/** What an enterprise has still to mend, and what it has to confirm at others. */
export async function OwedPairs({ pairs, enterpriseId }: Props) {
  if (pairs.length === 0) return null
  const t = await getTranslations('inspections')
  return (
    <Section title={t('home.title')}>
      <ul className="divide-y rounded-md border bg-surface">
        {pairs.map(({ id, activity, inspector, inspected, inspectedId, count, late }) => (
          <li key={id} className="flex flex-col gap-1 px-4 py-3">
            <a href={`/portal/inspections/${id}`} className="link font-bold">
              {t('goes', { inspector: inspector.name, inspected: inspected.name })}
            </a>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              {activity.title} · {t(inspectedId === enterpriseId ? 'home.answer' : 'home.confirm', { count })}
              {late > 0 && <Badge tone="danger">{t('home.late', { count: late })}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
