import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { TargetStanding, TrainingStanding } from '@/lib/alliances/rules'
import type { AllianceYearState } from '@/lib/core/prisma/enums'

/** From half a year before its end on, a year without its training is a warning. */
const alertDays = 183

const stateTones = { PLANNED: 'neutral', RUNNING: 'primary', CLOSED: 'success' } as const

export function YearStateBadge({ state }: { state: AllianceYearState | null }) {
  const t = useTranslations('alliances')
  if (!state) return <span className="text-muted">{t('years.notOpened')}</span>
  return <Badge tone={stateTones[state]}>{t(`yearState.${state}`)}</Badge>
}

/** The one duty of the notice: met, due or missed, in words first. */
export function TrainingMark({ standing, held }: { standing: TrainingStanding; held: number }) {
  const t = useTranslations('alliances.board')
  if (standing.kind === 'MET')
    return (
      <span className="inline-flex items-center gap-1 pr-1 text-success">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {t('trainingMet', { day: standing.on })}
      </span>
    )
  if (standing.kind === 'MISSED')
    return (
      <span className="inline-flex items-center gap-1 text-danger">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t('trainingMissed', { missing: standing.missing })}
      </span>
    )
  const { missing, daysLeft } = standing
  return (
    <span className={`inline-flex items-center gap-1 ${daysLeft <= alertDays ? 'text-warning' : 'text-muted'}`}>
      {daysLeft <= alertDays && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
      {held === 0 ? t('trainingDue', { days: daysLeft }) : t('trainingDueMore', { missing, days: daysLeft })}
    </span>
  )
}

/** Meetings against the bureau's own number. Behind is a hint, never a breach: the notice gives no number. */
export function TargetMark({ standing }: { standing: TargetStanding }) {
  const t = useTranslations('alliances.board')
  return standing === 'BEHIND' ? <Badge tone="warning">{t('behind')}</Badge> : null
}
