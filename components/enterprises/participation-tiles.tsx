import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { StatTile } from '@/components/list/stat-tile'
import { ButtonLink } from '@/components/ui/button'
import type { Tally } from '@/lib/reports/rules'
import { formatNumber, formatShare } from '@/lib/text/format'

type Props = { enterpriseId: string; year: number; totals: Tally }

/** This year's participation of one enterprise; each figure opens the activities that it counts. */
export async function ParticipationTiles({ enterpriseId, year, totals }: Props) {
  const [t, reports] = await Promise.all([getTranslations('enterprises.detail'), getTranslations('reports')])
  const list = (measure: string) =>
    `/portal/reports/list?year=${year}&measure=${measure}&enterprise=${encodeURIComponent(enterpriseId)}`
  const { offered, byMandate, present, onLeave } = totals
  return (
    <Section
      title={t('participation', { year })}
      actions={<ButtonLink href={list('offered')}>{t('participationMore')}</ButtonLink>}
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile
          label={reports('column.rate')}
          value={offered > 0 ? formatShare(byMandate, offered) : '—'}
          note={`${formatNumber(byMandate)}/${formatNumber(offered)}`}
          href={list('byMandate')}
        />
        <StatTile label={reports('column.offered')} value={formatNumber(offered)} href={list('offered')} />
        <StatTile label={reports('column.present')} value={formatNumber(present)} href={list('present')} />
        <StatTile label={reports('column.onLeave')} value={formatNumber(onLeave)} href={list('onLeave')} />
      </div>
    </Section>
  )
}
