import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { ClashLines } from '@/components/plans/clash-lines'
import type { Actor } from '@/lib/access/actor'
import { canPublishActivity } from '@/lib/activities/policy'
import type { ActivityDetail } from '@/lib/activities/queries'
import { listClashesOfActivity } from '@/lib/plans/clash-queries'

/** What stands in the way of a draft's date, before whoever may publish it does. */
export async function Clashes({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (activity.state !== 'DRAFT' || !canPublishActivity(actor, activity)) return null
  const [t, clashes] = await Promise.all([getTranslations('plans.clash'), listClashesOfActivity(actor, activity)])
  return (
    <Section title={t('title')}>
      {clashes.length === 0 && <p className="text-sm text-muted">{t('clear')}</p>}
      {clashes.length > 0 && (
        <div className="flex flex-col gap-1 rounded-md border border-l-4 border-l-warning bg-surface px-4 py-3">
          <ClashLines clashes={clashes} />
          <p className="text-xs text-muted">{t('note')}</p>
        </div>
      )}
    </Section>
  )
}
