import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { GapBanner } from '@/components/alliances/overview-sections'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Gap } from '@/lib/alliances/coverage-rules'
import type { InsurerPeriod } from '@/lib/alliances/standing-queries'
import { InsurerPeriods } from './insurer-periods'

type Props = {
  periods: InsurerPeriod[]
  /** The year of the day and the next one, each with its days without a named person. */
  years: { year: number; gaps: Gap[] }[]
  day: string
  path: string
  appoint: ReactNode
  mayManage: boolean
}

/** Who serves an alliance, who did, and when nobody does. */
export async function InsurerSection({ periods, years, day, path, appoint, mayManage }: Props) {
  const t = await getTranslations('memberships.insurer')
  return (
    <Section
      title={t('title')}
      actions={
        <>
          <ClauseChip clause="3-1" />
          <ClauseChip clause="4-1" />
          {periods.length > 0 && appoint}
        </>
      }
    >
      {years.map(({ year, gaps }) => (
        <GapBanner key={year} gaps={gaps} year={year} />
      ))}
      {periods.length === 0 ? (
        <EmptyState kind="nothing" title={t('none')} text={t('noneText')} action={appoint} />
      ) : (
        <InsurerPeriods periods={periods} day={day} path={path} mayManage={mayManage} />
      )}
    </Section>
  )
}
