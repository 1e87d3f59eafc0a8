import { getLocale, getTranslations } from 'next-intl/server'
import { AllianceBoard } from '@/components/alliances/alliance-board'
import { OpenYearsButton } from '@/components/alliances/open-years-button'
import { YearSwitch } from '@/components/alliances/year-switch'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { DeskLinks } from '@/components/years/desk-links'
import { requireActor } from '@/lib/access/session'
import { canOpenAllianceYears } from '@/lib/alliances/policy'
import { listAllianceOverviews, listYears } from '@/lib/alliances/year-queries'
import { standingDay } from '@/lib/alliances/rules'
import { formatDay } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'
import { canConfigureAllYears } from '@/lib/years/policy'
import { boardLine } from './board-line'
import { yearOfQuery } from './year'

export const generateMetadata = pageTitle('alliances.title')

export default async function AlliancesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/alliances')
  const year = yearOfQuery(await searchParams, actor)
  const [t, locale, rows, years] = await Promise.all([
    getTranslations('alliances'),
    getLocale(),
    listAllianceOverviews(actor, year),
    listYears(actor),
  ])
  const lines = rows.map((row) => boardLine(row, locale, actor.today))
  const mayOpen = canOpenAllianceYears(actor) && rows.some((row) => row.year === null)

  return (
    <>
      <PageHeader
        title={t('title')}
        note={
          <>
            {t('years.asOf', { day: formatDay(locale, standingDay(year, actor.today)) })}
            <ClauseChip clause="3-1" />
          </>
        }
        actions={
          <>
            <YearSwitch path="/portal/alliances" years={years} current={year} />
            {canConfigureAllYears(actor) && <DeskLinks year={year} present={Number(actor.today.slice(0, 4))} />}
            {mayOpen && <OpenYearsButton year={year} />}
          </>
        }
      />
      <AllianceBoard lines={lines} year={year} isOwnOnly={actor.hat.kind === 'JURISDICTION'} />
    </>
  )
}
