import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { endCover } from '@/lib/handovers/actions'
import type { CoverRow } from '@/lib/handovers/queries'

const tones = { UPCOMING: 'primary', CURRENT: 'success', OVER: 'neutral' } as const

/** Who stands or stood in for whom, and until when. */
export async function CoverList({ covers }: { covers: CoverRow[] }) {
  const t = await getTranslations('handovers.cover')
  if (covers.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {covers.map(({ id, alliance, deputy, coordinator, from, lastDay, reason, state, mayEnd }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <AllianceBadge alliance={alliance} />
          <span className="font-bold">{t('line', { deputy, coordinator })}</span>
          <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
          <span className="text-muted">{t('period', { from, lastDay })}</span>
          <span className="min-w-0 flex-1 basis-40 text-muted wrap-anywhere">{reason}</span>
          {mayEnd && (
            <Words>
              <ActionButton
                action={endCover}
                input={{ coverId: id }}
                label={t('end')}
                size="small"
                variant="quiet"
                say={t('ended')}
                confirm={{ title: t('endTitle'), text: t('endText', { deputy }), confirmLabel: t('end') }}
              />
            </Words>
          )}
        </li>
      ))}
    </ul>
  )
}
