import { getLocale, getTranslations } from 'next-intl/server'
import { OpenYearsButton } from '@/components/alliances/open-years-button'
import { YearSwitch } from '@/components/alliances/year-switch'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import { Desk } from '@/components/years/desk'
import { canOpenAllianceYears } from '@/lib/alliances/policy'
import { standingDay } from '@/lib/alliances/rules'
import { listAllianceOverviews, listYears } from '@/lib/alliances/year-queries'
import { formatDay } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'
import { openDesk, type DeskParams } from './desk'

export const generateMetadata = pageTitle('years.desk.name')

export default async function DeskPage({ params }: { params: DeskParams }) {
  const { actor, year, path } = await openDesk(params)
  const [t, copy, alliances, locale, rows, years] = await Promise.all([
    getTranslations('years.desk'),
    getTranslations('years.copy'),
    getTranslations('alliances'),
    getLocale(),
    listAllianceOverviews(actor, year),
    listYears(actor),
  ])
  const isMissing = rows.some((row) => row.year === null)
  const isPlanned = rows.some((row) => row.year?.state === 'PLANNED')
  const start = isPlanned && <ButtonLink href={`${path}/start`}>{t('start', { year: String(year) })}</ButtonLink>

  return (
    <>
      <PageHeader
        title={t('title', { year: String(year) })}
        crumbs={[{ href: `/portal/alliances?year=${year}`, label: alliances('title') }]}
        note={
          <>
            {t('note', { day: formatDay(locale, standingDay(year, actor.today)) })}
            <ClauseChip clause="3-1" />
          </>
        }
        actions={
          <>
            <YearSwitch path="/portal/alliances/years" years={years} current={year} isPath />
            <ButtonLink href={`/portal/alliances/copy?from=${year - 1}&to=${year}`}>{copy('title')}</ButtonLink>
            {isMissing && canOpenAllianceYears(actor) && <OpenYearsButton year={year} />}
          </>
        }
      />
      <Desk year={year} today={actor.today} alliances={rows} extra={start} />
    </>
  )
}
