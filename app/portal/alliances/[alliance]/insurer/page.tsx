import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AsOfBar } from '@/components/alliances/as-of'
import { InsurerSection } from '@/components/insurers/insurer-section'
import type { Query } from '@/components/list/href'
import { CoverList } from '@/components/handovers/cover-list'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { uncoveredInYear } from '@/lib/alliances/coverage-rules'
import { canAppointInsurer } from '@/lib/alliances/policy'
import { listInsurerPeriods } from '@/lib/alliances/standing-queries'
import { listCovers } from '@/lib/handovers/queries'
import { pageTitle } from '@/lib/text/page-title'
import { dayOfQuery, loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.insurer')

export default async function InsurerPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/insurer`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const day = dayOfQuery(await searchParams, actor)
  const isToday = day === actor.today
  const [t, all, covers] = await Promise.all([
    getTranslations('memberships.insurer'),
    listInsurerPeriods(actor, alliance.id),
    listCovers(actor, alliance.id),
  ])
  const mayManage = isToday && canAppointInsurer(actor, alliance)
  const year = Number(day.slice(0, 4))
  const appoint = mayManage && (
    <ButtonLink href={`${path}/appoint`} variant="primary">
      {t('appoint')}
    </ButtonLink>
  )

  return (
    <>
      <AsOfBar path={path} asOf={day} today={actor.today} />
      <InsurerSection
        periods={isToday ? all : all.filter(({ from }) => from <= day)}
        years={[year, year + 1].map((of) => ({ year: of, gaps: uncoveredInYear(all, of) }))}
        day={day}
        path={path}
        appoint={appoint}
        mayManage={mayManage}
      />
      {isToday && covers.length > 0 && <CoverList covers={covers} />}
    </>
  )
}
