import { getTranslations } from 'next-intl/server'
import { PairList } from '@/components/inspections/pair-list'
import { Section } from '@/components/layout/page-header'
import type { Actor } from '@/lib/access/actor'
import { canWriteDraft } from '@/lib/activities/policy'
import type { ActivityDetail } from '@/lib/activities/queries'
import { listPairs } from '@/lib/inspections/queries'
import { takesPairs } from '@/lib/inspections/rules'

/** Who inspects whom, for whoever runs the inspection and for the members of a pair; others learn of none. */
export async function Inspections({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (activity.kind !== 'MUTUAL_INSPECTION') return null
  const isRunBy = canWriteDraft(actor, activity)
  const [t, pairs] = await Promise.all([getTranslations('inspections'), listPairs(actor, activity.id)])
  if (pairs.length === 0 && !isRunBy) return null
  const manage = isRunBy && takesPairs(activity) && (
    <a href={`/portal/activities/${activity.id}/pairs`} className="link text-sm">
      {t('manage')}
      <span aria-hidden> →</span>
    </a>
  )
  return (
    <Section title={t('pairs')} actions={manage}>
      <PairList pairs={pairs} />
    </Section>
  )
}
