import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { dayOf } from '@/lib/core/clock'
import type { ItemRow } from '@/lib/followups/queries'
import { formatDay } from '@/lib/text/format'

const tones = { OPEN: 'primary', DONE: 'warning', CONFIRMED: 'success' } as const

/** One action item as it stands: what, who, by when, and what was reported. */
export async function ItemFacts({ item }: { item: ItemRow }) {
  const [t, locale] = await Promise.all([getTranslations('followups'), getLocale()])
  const owner = item.ownerEnterprise?.name ?? t('items.organiser')
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 font-bold wrap-anywhere whitespace-pre-line">{item.text}</span>
        {item.isOverdue ? (
          <Badge tone="danger">{t('overdue')}</Badge>
        ) : (
          <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
        )}
      </div>
      <p className="flex flex-wrap gap-x-3 text-muted">
        <span>{[owner, item.ownerPerson].filter(Boolean).join(' · ')}</span>
        <span>{t('items.due', { day: formatDay(locale, item.dueOn) })}</span>
      </p>
      {item.evidence && (
        <p className="wrap-anywhere whitespace-pre-line text-muted">
          {item.doneAt
            ? t('items.reported', {
                name: item.doneBy?.name ?? '',
                day: formatDay(locale, dayOf(item.doneAt)),
                evidence: item.evidence,
              })
            : t('items.returned', { evidence: item.evidence })}
        </p>
      )}
    </>
  )
}
