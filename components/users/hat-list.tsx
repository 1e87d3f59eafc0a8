import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Badge } from '@/components/ui/badge'
import { HatChoice } from './hat-choice'

type Props = { hats: { key: string; label: string; kind: string }[]; wornKey: string | null }

/** All hats of a person, the worn one first in sight. */
export async function HatList({ hats, wornKey }: Props) {
  const t = await getTranslations('users.own')
  if (hats.length === 0) return <EmptyState kind="no-right" text={t('noHatsText')} />
  return (
    <ul className="flex max-w-3xl flex-col overflow-hidden rounded-md border bg-surface">
      {hats.map((hat) => (
        <li
          key={hat.key}
          className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-2 first:border-t-0"
        >
          <span className={`min-w-0 flex-1 ${hat.key === wornKey ? 'font-bold' : ''}`}>{hat.label}</span>
          <span className="text-muted">{hat.kind}</span>
          {hat.key === wornKey ? (
            <Badge tone="primary">{t('hatNow')}</Badge>
          ) : (
            <HatChoice hats={[{ key: hat.key, label: t('wear') }]} failedText={t('wearFailed')} variant="secondary" />
          )}
        </li>
      ))}
    </ul>
  )
}
