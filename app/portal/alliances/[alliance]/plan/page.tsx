import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getAllianceOverview, listYears } from '@/lib/alliances/year-queries'
import { canCreateSeries } from '@/lib/plans/policy'
import { listPlanDates } from '@/lib/plans/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'
import { Dates } from './dates'
import { Rules } from './rules'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('plans.title')

export default async function PlanPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/plan`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const overview = (await getAllianceOverview(actor, slug, year)) ?? notFound()
  const [t, opened, dates] = await Promise.all([
    getTranslations('plans'),
    listYears(actor),
    listPlanDates(actor, alliance.id, year),
  ])
  // The year to come is planned before the bureau has opened it.
  const years = [...new Set([Number(actor.today.slice(0, 4)) + 1, ...opened])].toSorted((a, b) => b - a)

  return (
    <Section
      title={t('ofYear', { year: String(year) })}
      actions={
        <>
          <YearSwitch path={path} years={years} current={year} />
          {canCreateSeries(actor, alliance) && (
            <>
              <ButtonLink href={`${path}/copy?year=${year}`}>{t('copy.action')}</ButtonLink>
              <ButtonLink href={`${path}/series?year=${year}`} variant="primary">
                {t('series.action')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <Rules overview={overview} year={year} dates={dates} />
      <Dates actor={actor} alliance={alliance} year={year} dates={dates} />
    </Section>
  )
}
