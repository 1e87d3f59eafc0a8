import { getTranslations } from 'next-intl/server'
import { OpenDisputes } from '@/components/disputes/disputes'
import { OpenItems } from '@/components/followups/open-items'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import type { DisputeRow } from '@/lib/disputes/queries'
import type { OpenItems as OpenItemsOf } from '@/lib/followups/queries'
import type { WeekActivity } from '@/lib/reports/home-queries'
import { ActivityLines } from './activity-lines'
import { NotCome } from './not-come'

/** Where a coordinator begins: today and this week, then what waits for a hand. */
export async function CoordinatorHome({
  name,
  week,
  owed,
  open,
  disputes,
  actions,
  notCome,
}: {
  name: string
  week: WeekActivity[]
  owed: WeekActivity[]
  /** What meetings left to the organiser. */
  open: OpenItemsOf
  disputes: DisputeRow[]
  actions: React.ReactNode
  /** Members that have not opened their account. */
  notCome: number
}) {
  const t = await getTranslations('reports.home')
  // "Nothing to do" must not stand above something that is to be done.
  const isClear = disputes.length === 0 && open.total === 0

  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('greeting', { name })} note={<NotCome count={notCome} />} actions={actions} />
      <Section title={t('thisWeek')}>
        {week.length > 0 ? (
          <ActivityLines activities={week} />
        ) : (
          <EmptyState kind="nothing" title={t('nothingThisWeek')} />
        )}
      </Section>
      {(owed.length > 0 || isClear) && (
        <Section title={t('owed')}>
          {owed.length > 0 ? (
            <ActivityLines
              activities={owed}
              note={(activity) => (activity.state === 'DRAFT' ? t('draft') : t('toClose'))}
            />
          ) : (
            <EmptyState kind="nothing" title={t('nothingOwed')} />
          )}
        </Section>
      )}
      <OpenDisputes disputes={disputes} />
      <OpenItems open={open} heading="organiser" />
    </div>
  )
}
