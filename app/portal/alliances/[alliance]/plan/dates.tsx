import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PlanMonths } from '@/components/plans/plan-months'
import type { Actor } from '@/lib/access/actor'
import type { AllianceHead } from '@/lib/alliances/year-queries'
import { now } from '@/lib/core/now'
import { listClashes } from '@/lib/plans/clash-queries'
import { canCreateSeries, canSeeClashes } from '@/lib/plans/policy'
import { listDaysOff, type PlanDate } from '@/lib/plans/queries'
import { Uncovered } from './uncovered'

type Props = { actor: Actor; alliance: AllianceHead; year: number; dates: PlanDate[] }

/** The dates of the year, and beside those that lie ahead what stands in their way, for whoever could move them. */
export async function Dates({ actor, alliance, year, dates }: Props) {
  const [t, daysOff, clashes] = await Promise.all([
    getTranslations('plans.month'),
    listDaysOff(year),
    listClashes(actor, canSeeClashes(actor, alliance) ? ahead(dates) : []),
  ])
  return (
    <>
      <Uncovered year={year} />
      {dates.length === 0 && (
        <EmptyState
          kind="nothing"
          title={t('empty', { year: String(year) })}
          text={canCreateSeries(actor, alliance) ? t('emptyText') : undefined}
        />
      )}
      {dates.length > 0 && (
        <PlanMonths year={year} allianceId={alliance.id} dates={dates} clashes={clashes} daysOff={daysOff} />
      )}
    </>
  )
}

function ahead(dates: PlanDate[]) {
  const at = now()
  return dates
    .filter(({ state, startsAt }) => startsAt > at && (state === 'DRAFT' || state === 'PUBLISHED'))
    .map(({ id, title, hostAllianceId, alliances, startsAt, endsAt }) => ({
      ...{ key: id, isMade: true, title, hostAllianceId, startsAt, endsAt },
      allianceIds: alliances.map(({ allianceId }) => allianceId),
    }))
}
