import { getTranslations } from 'next-intl/server'
import { hrefWith } from '@/components/list/href'
import { StatTile } from '@/components/list/stat-tile'
import { Progress } from '@/components/ui/progress'
import type { Funnel } from '@/lib/problems/rules'
import { formatNumber, formatShare } from '@/lib/text/format'

/** Sent → answered → done → verified, and who is overdue; each leads to the members behind it. */
export async function ProblemFunnel({ funnel, path }: { funnel: Funnel; path: string }) {
  const t = await getTranslations('problems.funnel')
  const { sent } = funnel
  const steps = [
    { key: 'answered', value: funnel.answered },
    { key: 'done', value: funnel.done },
    { key: 'verified', value: funnel.verified },
  ] as const
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('label')} className="flex flex-col gap-2 rounded-md border bg-surface p-4 text-sm">
        <FunnelLine label={t('sent')} value={sent} max={sent} note="" />
        {steps.map(({ key, value }) => (
          <FunnelLine
            key={key}
            label={t(key)}
            value={value}
            max={sent}
            note={sent > 0 ? formatShare(value, sent) : ''}
          />
        ))}
      </ol>
      <div className="grid grid-cols-2 gap-3">
        <StatTile
          label={t('overdueTile')}
          value={formatNumber(funnel.overdue)}
          href={hrefWith(path, {}, { state: 'OVERDUE' })}
          tone={funnel.overdue > 0 ? 'warning' : 'plain'}
        />
        <StatTile
          label={t('notApplicableTile')}
          value={formatNumber(funnel.notApplicable)}
          href={hrefWith(path, {}, { state: 'NOT_APPLICABLE' })}
        />
      </div>
    </div>
  )
}

type Line = { label: string; value: number; max: number; note: string }

const FunnelLine = ({ label, value, max, note }: Line) => (
  <li className="flex items-center gap-3">
    <span className="w-20 shrink-0 text-muted">{label}</span>
    <Progress value={value} max={max} label={label} />
    <span className="w-24 shrink-0 text-right">
      <b>{formatNumber(value)}</b> <span className="text-muted">{note}</span>
    </span>
  </li>
)
