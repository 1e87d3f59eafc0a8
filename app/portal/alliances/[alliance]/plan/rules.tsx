import { getTranslations } from 'next-intl/server'
import { TargetMark, TrainingMark } from '@/components/alliances/standing-marks'
import { PlanRule } from '@/components/plans/plan-rules'
import type { AllianceOverview } from '@/lib/alliances/year-queries'
import { now } from '@/lib/core/now'
import type { PlanDate } from '@/lib/plans/queries'
import { ruleLine } from '@/lib/plans/rules'

type Props = { overview: AllianceOverview; year: number; dates: PlanDate[] }

/** First what the year owes: the training is the notice's one MUST (三(三)), the meetings are the bureau's own target. */
export async function Rules({ overview, year, dates }: Props) {
  const t = await getTranslations('plans.rule')
  const { id: allianceId, slug, meetings, trainings } = overview
  const at = now()
  const list = (kind: string) => `/portal/alliances/${slug}/activities?kind=${kind}&year=${year}`
  const target = overview.year?.meetingTarget ?? null
  const minimum = overview.year?.trainingMinimum ?? 1
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <PlanRule
        label={t('training')}
        aim={t('trainingAim', { count: minimum })}
        wanted={minimum}
        clause="3-3"
        line={ruleLine(dates, { allianceId, kind: 'TRAINING', at })}
        mark={<TrainingMark standing={trainings.standing} held={trainings.held} />}
        href={list('TRAINING')}
      />
      <PlanRule
        label={t('meeting')}
        aim={target === null ? t('noAim') : t('meetingAim', { count: target })}
        wanted={target ?? 0}
        clause="3-2"
        line={ruleLine(dates, { allianceId, kind: 'EXCHANGE_MEETING', at })}
        mark={<TargetMark standing={meetings.standing} />}
        href={list('EXCHANGE_MEETING')}
      />
    </div>
  )
}
