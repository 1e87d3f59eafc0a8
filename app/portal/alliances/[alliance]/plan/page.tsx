import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { PollLines } from '@/components/polls/poll-lines'
import { requireActor } from '@/lib/access/session'
import { getAllianceOverview, listYears } from '@/lib/alliances/year-queries'
import { canCreateSeries } from '@/lib/plans/policy'
import { listPlanDates } from '@/lib/plans/queries'
import { listOpenPolls } from '@/lib/polls/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'
import { Dates } from './dates'
import { Rules } from './rules'
import { Ways } from './ways'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('plans.title')

export default async function PlanPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/plan`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const overview = (await getAllianceOverview(actor, slug, year)) ?? notFound()
  const [t, opened, dates, polls] = await Promise.all([
    getTranslations('plans'),
    listYears(actor),
    listPlanDates(actor, alliance.id, year),
    listOpenPolls(actor, alliance.id),
  ])
  // The year to come is planned before the bureau has opened it.
  const years = [...new Set([Number(actor.today.slice(0, 4)) + 1, ...opened])].toSorted((a, b) => b - a)

  return (
    <Section
      title={t('ofYear', { year: String(year) })}
      actions={
        <>
          <YearSwitch path={path} years={years} current={year} />
          {canCreateSeries(actor, alliance) && <Ways path={path} year={year} />}
        </>
      }
    >
      <Rules overview={overview} year={year} dates={dates} />
      <PollLines polls={polls} heading="title" />
      <Dates actor={actor} alliance={alliance} year={year} dates={dates} />
    </Section>
  )
}
